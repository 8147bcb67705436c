import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom, besides itself. Stages meet only in pipeline/consult.ts. */
const MAY_IMPORT: Record<string, string[]> = {
  pipeline: ['pipeline/*', 'knowledge'],
  'pipeline/*': ['pipeline', 'pipeline/text', 'knowledge'],
  'pipeline/review': ['pipeline', 'pipeline/settings', 'pipeline/thread', 'pipeline/text'],
  'pipeline/share': ['pipeline', 'pipeline/thread'],
  'pipeline/paging': ['pipeline', 'pipeline/settings', 'pipeline/thread'],
  'pipeline/trends': ['pipeline', 'pipeline/settings', 'knowledge'],
  'pipeline/guard': ['pipeline', 'pipeline/text', 'pipeline/deidentify', 'knowledge'],
  'pipeline/rehearsal': ['pipeline', 'pipeline/text', 'pipeline/guard', 'knowledge'],
  slack: ['pipeline', 'pipeline/*', 'knowledge'],
  'ways-in': ['pipeline', 'pipeline/*', 'slack', 'state'],
  share: ['pipeline', 'pipeline/*', 'slack', 'state'],
  feedback: ['pipeline', 'pipeline/*', 'slack', 'state'],
  openai: ['pipeline', 'pipeline/*', 'knowledge'],
  state: ['pipeline', 'pipeline/*'],
  weights: ['pipeline', 'pipeline/*', 'knowledge'],
  knowledge: ['pipeline', 'pipeline/*'],
  door: [
    ...['pipeline', 'pipeline/*', 'operate', 'weights'],
    ...['build-raw-stages.ts', 'give-back-memory.ts'],
  ],
  operate: ['pipeline', 'pipeline/*', 'slack', 'log.ts', 'refine.ts'],
  review: ['pipeline', 'pipeline/*', 'knowledge', 'slack', 'log.ts', 'ring.ts'],
  course: ['pipeline', 'pipeline/*', 'slack'],
  'follow-up': ['pipeline', 'pipeline/*', 'slack', 'circumstances-of.ts', 'ring.ts'],
  paging: ['pipeline', 'pipeline/*', 'knowledge', 'slack', 'log.ts', 'ring.ts'],
  trends: ['pipeline', 'pipeline/*', 'knowledge', 'slack', 'log.ts', 'ring.ts'],
  rehearsal: [
    ...['pipeline', 'pipeline/*', 'knowledge', 'slack', 'state'],
    ...['build-stages.ts', 'ring.ts'],
  ],
  'word-offer': ['pipeline', 'pipeline/*', 'log.ts'],
  home: ['pipeline', 'pipeline/*', 'slack', 'trends'],
  commands: [
    'pipeline',
    'pipeline/*',
    'knowledge',
    'build-stages.ts',
    'refine.ts',
    'log.ts',
    'state',
    'doctor',
  ],
  doctor: [
    ...['pipeline', 'pipeline/*', 'knowledge', 'build-stages.ts', 'config.ts'],
    ...['openai', 'slack', 'state'],
  ],
};

const IMPORT = /^(?:import|export)\s+(?:[^'"]*from\s+)?['"](\.[^'"]+)['"]/gm;
const zone = (path: string) => {
  const [top = '', next = ''] = relative('src', path).split('/');
  return top === 'pipeline' && !next.endsWith('.ts') ? `pipeline/${next}` : top;
};
const any = (name: string) => name.replace(/\/.*/, '/*');

describe('imports', () => {
  it.each(globSync('src/*/**/*.ts'))('%s stays within the import table', (file) => {
    const from = zone(file);
    const allowed = MAY_IMPORT[from] ?? MAY_IMPORT[any(from)] ?? [];
    const targets = [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, to = '']) =>
      zone(join(dirname(file), to)),
    );
    expect(
      targets.filter((to) => to !== from && !allowed.includes(to) && !allowed.includes(any(to))),
    ).toEqual([]);
  });
});

describe('SafeText', () => {
  it('is made by de-identification, the restoring store and the admitting guard only', () => {
    const makers = globSync('src/**/*.ts').filter((file) =>
      /\bas (?:unknown as )?SafeText\b/.test(readFileSync(file, 'utf8')),
    );
    expect(makers.sort()).toEqual(
      makers.filter((file) =>
        ['src/pipeline/deidentify/', 'src/state/restore.ts', 'src/pipeline/guard/admit.ts'].some(
          (place) => file.startsWith(place),
        ),
      ),
    );
  });
});
