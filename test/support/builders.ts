import type { Label } from '../../src/knowledge/knowledge.ts';
import type { Act, SafeText, Turn } from '../../src/pipeline/message.ts';
import type { Assessment, Reading, SafetyLabel, SafetyScreen } from '../../src/pipeline/outcome.ts';
import type { CaseThread } from '../../src/pipeline/thread/case-thread.ts';
import { openCase } from '../../src/pipeline/thread/open-case.ts';

export const AUTHOR = 'U01AUTHOR';
export const OTHER = 'U02OTHER';
export const KEY = { team: 'T01TEST', channel: 'C01TEAM', thread: '1700000000.000100' };

/** Synthetic text that needs no de-identification. */
export const safe = (text: string) => text as SafeText;

export const turn = (over: Partial<Turn> & { text?: SafeText } = {}): Turn => ({
  kind: 'turn',
  id: 'turn-1',
  author: AUTHOR,
  ts: KEY.thread,
  at: 1000,
  text: safe('My client has gone quiet.'),
  removed: {},
  flags: [],
  unreadable: null,
  ...over,
});

export const act = (does: Act['does'], over: Partial<Act> = {}): Act => ({
  kind: 'act',
  id: `act-${does}`,
  by: AUTHOR,
  at: 2000,
  does,
  value: '',
  ...over,
});

export const kase = (over: Partial<CaseThread> = {}): CaseThread => ({
  ...openCase(KEY, 'case-1', turn()),
  ...over,
});

export const clear: SafetyScreen = { status: 'clear', labels: [], responses: [] };

export const screened = (...labels: readonly Partial<SafetyLabel>[]): SafetyScreen => {
  const all = labels.map(
    (label): SafetyLabel => ({
      id: 'sf-suicide',
      status: 'open',
      evidence: [],
      source: 'rules',
      ...label,
    }),
  );
  const has = (status: string) => all.some((label) => label.status === status);
  return {
    status: has('open') ? 'open' : has('ask') ? 'ask' : 'clear',
    labels: all,
    responses: [],
  };
};

export const reading = (over: Partial<Reading> = {}): Reading => ({
  direction: 'none',
  enoughInfo: true,
  labels: [],
  candidates: [],
  ...over,
});

export const marker = (
  id: string,
  over: Partial<Reading['labels'][number]> = {},
): Reading['labels'][number] => ({
  ...{ id, confidence: 0.8, whose: 'patient', source: 'rules', contested: false },
  evidence: [],
  ...over,
});

export const assessment = (over: Partial<Assessment> = {}): Assessment => ({
  text: safe('My client has gone quiet.'),
  safety: clear,
  reading: reading(),
  formulation: null,
  suggestions: {
    ...{ phrases: [], innerCheck: null, consultation: [], withheld: null },
    ...{ strategy: null, why: null, cautions: [], forYou: [] },
  },
  questions: [],
  versions: {
    taxonomy: '1',
    library: '1',
    rules: '1',
    weights: '1',
    prompts: 'none',
    model: null,
  },
  lens: null,
  ...over,
});

/** A label as small as a test needs it; the family follows from the id's prefix. */
export const label = (id: string): Label => {
  const families: Record<string, Label['family']> = {
    wd: 'withdrawal',
    cf: 'confrontation',
    mx: 'mixed',
    cau: 'cause',
    trg: 'trigger',
    th: 'therapist-side',
    sf: 'safety',
  };
  return {
    id,
    label: id,
    family: families[id.split('-')[0] ?? ''] ?? 'cause',
    group: null,
    def: '',
    cues: [],
    not: '',
    src: [],
    flag: 'D',
    shown: { seen: `seen ${id}`, sentence: `sentence ${id}`, sense: `sense ${id}` },
  };
};
