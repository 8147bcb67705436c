import { Registry } from 'prom-client';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTelemetry } from '../../src/operate/telemetry.ts';
import type { Refine } from '../../src/refine.ts';
import { startApp } from '../support/start-app.ts';

let registry: Registry;
beforeEach(() => {
  registry = new Registry();
});

/** Value of one sample; undefined when it was never counted. */
async function sample(name: string, labels: Record<string, string> = {}) {
  const found = await registry.getMetricsAsJSON();
  const values = found.flatMap(({ values: all }) => all as { metricName?: string }[]) as {
    value: number;
    metricName?: string;
    labels: Record<string, string>;
  }[];
  const own = found.find((metric) => metric.name === name)?.values as typeof values | undefined;
  return [...(own ?? []), ...values.filter(({ metricName }) => metricName === name)].find(
    ({ labels: given }) => Object.entries(labels).every(([key, value]) => given[key] === value),
  )?.value;
}

const start = (refine?: Refine) =>
  startApp({ telemetry: createTelemetry(registry), ...(refine ? { refine } : {}) });

const STUCK =
  'Jane looks away when I ask. No thoughts of self-harm, I asked last week. I feel lost.';
const OPEN = 'He said he would rather be dead and he has a plan.';

describe('what a turn counts', () => {
  it('tells what was removed, what is shown, by whom it was found and how long it took', async () => {
    const bot = await start();
    await bot.slack.mention(STUCK);
    await bot.settled();
    expect(await sample('impasse_messages_total', { kind: 'queued' })).toBe(1);
    expect(await sample('impasse_identifiers_removed_total', { class: 'name' })).toBe(1);
    expect(await sample('impasse_turns_total', { kind: 'reading' })).toBe(1);
    expect(await sample('impasse_answers_total', { step: 'first', source: 'rules' })).toBe(1);
    expect(await sample('impasse_turn_seconds_count')).toBe(1);
    expect(await sample('impasse_answer_seconds_count')).toBe(1);
    for (const stage of ['take', 'deidentify', 'screen', 'read', 'suggest', 'consult', 'deliver'])
      expect([stage, await sample('impasse_stage_seconds_count', { stage })]).toEqual([
        stage,
        expect.any(Number),
      ]);
    await bot.stop();
  });

  it('counts a message once, however often Slack sends it', async () => {
    const bot = await start();
    await bot.slack.mention(OPEN);
    await bot.slack.mention(OPEN, { again: 1 });
    await bot.settled();
    expect(await sample('impasse_messages_total', { kind: 'queued' })).toBe(1);
    expect(await sample('impasse_messages_total', { kind: 'duplicate' })).toBe(1);
    const raised = { id: 'sf-suicide', status: 'open', source: 'rules' };
    expect(await sample('impasse_safety_labels_total', raised)).toBe(1);
    expect(await sample('impasse_turns_total', { kind: 'safety' })).toBe(1);
    await bot.stop();
  });

  it('tells a model’s share and what it raised', async () => {
    const refine: Refine = async ({ kase, first }) => {
      const marker = { id: 'wd-minimal-response', confidence: 0.9, whose: 'patient' } as const;
      const labels = [{ ...marker, evidence: [], source: 'both' as const, contested: false }];
      const assessment = { ...first, reading: { ...first.reading, labels } };
      const outcome = { kind: 'reading', assessment, changed: [] } as const;
      return { ok: true, kase, outcome, audit: ['model.refined', 'safety.ask.sf-ipv'] };
    };
    const bot = await start(refine);
    await bot.slack.mention(STUCK);
    await bot.settled();
    expect(await sample('impasse_answers_total', { step: 'refined', source: 'both' })).toBe(1);
    const raised = { id: 'sf-ipv', status: 'ask', source: 'model' };
    expect(await sample('impasse_safety_labels_total', raised)).toBe(1);
    expect(await sample('impasse_stage_seconds_count', { stage: 'refine' })).toBe(1);
    await bot.stop();
  });

  it('names nobody and nothing: every label is of a closed list', async () => {
    const bot = await start();
    await bot.slack.mention(`${STUCK} ${OPEN}`);
    await bot.settled();
    const text = await registry.metrics();
    const labels = [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
    expect(labels.length).toBeGreaterThan(20);
    const bad = labels.filter(
      ([, value = '']) => !/^[a-z0-9][a-z0-9_.+-]{0,30}$|^\+Inf$/.test(value),
    );
    expect(bad).toEqual([]);
    expect(text).not.toMatch(/T01TEST|C01TEAM|U01AUTHOR|Jane/);
    await bot.stop();
  });
});
