import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { load } from 'js-yaml';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createModelMetrics } from '../../src/openai/model-metrics.ts';
import { createMeters, registerBuild } from '../../src/operate/meters.ts';
import { registerQueueGauges } from '../../src/operate/queue-gauges.ts';

/** Every metric a process serves, with its labels. */
async function served(): Promise<Map<string, readonly string[]>> {
  const registry = new Registry();
  createMeters(registry);
  createModelMetrics(registry);
  registerBuild(registry, '0');
  collectDefaultMetrics({ register: registry });
  registerQueueGauges(registry, {
    depth: async () => ({ threads: 0, failed: 0, oldestMs: 0 }),
    reviews: async () => ({ count: 0, oldestMs: 0 }),
    isOpen: () => true,
  });
  const metrics = new Map<string, readonly string[]>([['up', []]]);
  for (const metric of registry.getMetricsAsArray()) {
    const { name, type, labelNames = [] } = metric as unknown as Registered;
    metrics.set(name, labelNames);
    if (type !== 'histogram') continue;
    for (const end of ['bucket', 'sum', 'count'])
      metrics.set(`${name}_${end}`, [...labelNames, 'le']);
  }
  return metrics;
}

interface Registered {
  readonly name: string;
  readonly type: string;
  readonly labelNames?: readonly string[];
}

/** What an expression names: metrics and labels; `faulty` when it is no PromQL. */
function namesIn(expression: string) {
  const text = expression.replaceAll('$__rate_interval', '5m').replaceAll('$__range', '1h');
  const found = { metrics: [] as string[], labels: [] as string[], faulty: false };
  parser.parse(text).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) found.faulty = true;
      if (type.name === 'Identifier') found.metrics.push(text.slice(from, to));
      if (type.name === 'LabelName') found.labels.push(text.slice(from, to));
    },
  });
  return found;
}

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly action: string };
}
const { groups } = load(readFileSync('deploy/alerts.yml', 'utf8')) as {
  groups: readonly { readonly name: string; readonly rules: readonly Rule[] }[];
};
const rules = groups.flatMap((group) => group.rules);

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly gridPos: { readonly x: number; readonly w: number };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}
const dashboard = JSON.parse(readFileSync('deploy/grafana-dashboard.json', 'utf8'));
const panels: readonly Panel[] = dashboard.panels;
const targets = panels.flatMap(({ title, targets: all = [] }) =>
  all.map((target) => ({ title, ...target })),
);

const EVERYWHERE = ['job', 'part', 'instance', 'le', 'event', 'level'];
const expressions = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...targets.map(({ title, expr }) => [title, expr] as const),
];

describe('alert rules and dashboard', () => {
  it.each(expressions)('%s asks in PromQL for what is served: %s', async (_, expression) => {
    const metrics = await served();
    const { metrics: asked, labels, faulty } = namesIn(expression);
    expect(faulty).toBe(false);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !metrics.has(name))).toEqual([]);
    const known = asked.flatMap((name) => metrics.get(name) ?? []);
    expect(labels.filter((label) => ![...known, ...EVERYWHERE].includes(label))).toEqual([]);
  });

  it('would notice a misspelt metric, a misspelt label and a broken expression', async () => {
    const metrics = await served();
    expect(metrics.has(namesIn('rate(impasse_turn_total[5m])').metrics[0] ?? '')).toBe(false);
    expect(namesIn('sum by (kindness) (impasse_turns_total)').labels).toEqual(['kindness']);
    expect(namesIn('sum by (le (impasse_turns_total)').faulty).toBe(true);
  });

  it('fill legends with labels that are there', () => {
    for (const { expr, legendFormat } of targets) {
      for (const [, label = ''] of legendFormat.matchAll(/\{\{(\w+)\}\}/g)) {
        expect([...namesIn(expr).labels, 'instance']).toContain(label);
      }
    }
  });

  it('show every metric of ours in some panel', async () => {
    const ours = [...(await served()).keys()].filter(
      (name) => name.startsWith('impasse_') && !/_(?:sum|count|bucket)$/.test(name),
    );
    const shown = targets.map(({ expr }) => expr).join(' ');
    expect(ours.filter((name) => !shown.includes(name))).toEqual([]);
  });
});

describe('alert rules', () => {
  it('have names of their own, an urgency, and say what is wrong and what to do', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { alert, labels, annotations, for: wait } of rules) {
      expect(alert).toMatch(/^Impasse[A-Z]\w+$/);
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(annotations.summary).toMatch(/\.$/);
      expect(annotations.action).toMatch(/\.$/);
      if (wait !== undefined) expect(wait).toMatch(/^\d+[mh]$/);
    }
  });

  it('miss a process that is gone by the name under which Prometheus is told to look for it', () => {
    const { scrape_configs: jobs } = load(readFileSync('deploy/prometheus.yml', 'utf8')) as {
      scrape_configs: readonly {
        readonly dns_sd_configs: readonly { readonly names: string[] }[];
      }[];
    };
    const names = jobs.flatMap((job) => job.dns_sd_configs.flatMap((config) => config.names));
    const down = rules.find(({ alert }) => alert === 'ImpasseDown')?.expr ?? '';
    const missed = [...down.matchAll(/absent\(up\{job="impasse", part="(\w+)"\}\)/g)];
    expect(missed.map(([, name]) => name)).toEqual(names);
  });

  it('name events that the log really writes', () => {
    const named = rules.flatMap(({ expr }) => [...expr.matchAll(/event="([^"]+)"/g)]);
    expect(named.length).toBeGreaterThan(0);
    const app = readFileSync('src/foundation.ts', 'utf8');
    for (const [, event] of named) expect(app).toContain(`'${event}'`);
  });
});

describe('the dashboard', () => {
  it('has panels that overlap no edge, with ids and titles of their own', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
    for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    expect(dashboard).toMatchObject({ title: 'Impasse', uid: 'impasse', schemaVersion: 39 });
  });
});
