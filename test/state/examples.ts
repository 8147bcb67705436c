import { randomUUID } from 'node:crypto';
import type { Act, SafeText, ThreadKey, Turn } from '../../src/pipeline/message.ts';
import type { Screened } from '../../src/pipeline/screened.ts';
import type { CaseThread } from '../../src/pipeline/thread/case-thread.ts';
import { NO_FOLLOW_UP } from '../../src/pipeline/thread/follow-up/follow-up.ts';

/** Text that stands for de-identified words in tests of state. */
export const said = (words: string) => words as SafeText;

/** What the screen found in a text, as it is remembered. */
const screened: Screened = {
  mark: '0123456789abcdef',
  found: [{ id: 'sf-suicide', status: 'ask', source: 'rules', at: [{ start: 9, end: 19 }] }],
};

let count = 0;

export function threadKey(given: Partial<ThreadKey> = {}): ThreadKey {
  count += 1;
  return { team: 'T0TEAM', channel: 'C0CASES', thread: `17000${count}.000100`, ...given };
}

export function turn(given: Partial<Turn> = {}): Turn {
  const id = given.id ?? `turn-${randomUUID()}`;
  return {
    ...{ kind: 'turn', id, author: 'U0ANNA', ts: '1700000000.000100', at: 1_700_000_000_000 },
    ...{ text: said('[Client] went quiet after the fee was raised.'), removed: { name: 1 } },
    ...{ flags: [{ id: 'sf-suicide', status: 'ask' }], unreadable: null, screened },
    ...given,
  };
}

export function act(given: Partial<Act> = {}): Act {
  const id = `act-${randomUUID()}`;
  return {
    kind: 'act',
    id,
    by: 'U0ANNA',
    at: 1_700_000_001_000,
    does: 'shorter',
    value: '',
    ...given,
  };
}

/** A case as it stands after one reading. */
export function caseThread(key: ThreadKey, given: Partial<CaseThread> = {}): CaseThread {
  const words = said('[Client] went quiet after the fee was raised.');
  return {
    ...{ key, id: `case-${randomUUID()}`, author: 'U0ANNA', state: 'T3-formulate' },
    ...{ openedAt: 1_700_000_000_000, lastAt: 1_700_000_000_000, stillOpen: false },
    ...{ stage: null, tries: [], followUp: NO_FOLLOW_UP, plan: null, hypothesis: null },
    correction: { direction: 'mixed', before: 'withdrawal', at: 1_700_000_000_000, mayTeach: true },
    turns: [
      {
        ...{ id: 't1', author: 'U0ANNA', ts: '1700000000.000100', at: 1_700_000_000_000 },
        ...{ text: words, removed: { name: 1 }, flags: [], screened },
      },
    ],
    replies: [{ turn: 't1', ts: '1700000000.000200' }],
    assessment: {
      text: words,
      safety: { status: 'clear', labels: [], responses: [] },
      reading: {
        direction: 'withdrawal',
        enoughInfo: true,
        labels: [
          {
            ...{ id: 'wd-minimal-response', confidence: 0.8, whose: 'patient' },
            ...{ evidence: [said('went quiet')], source: 'rules', contested: false },
          },
        ],
        candidates: [{ id: 'wd-topic-shift', confidence: 0.3, evidence: [] }],
      },
      formulation: {
        ...{ moment: 'The fee was raised.', sides: 'Both may have pulled back.', frame: 'Fee.' },
        ...{ workingGuess: 'It may be about worth.', wouldChangeOurMind: 'A word on the fee.' },
      },
      suggestions: {
        phrases: [
          {
            ...{ id: 'ph-1', text: 'I wonder how that landed.', intervention: 'iv-explore' },
            ...{ principles: ['mp-tentative'], timing: 'now', fits: 'When it is quiet.' },
            why: 'It was quiet.',
            ...{ care: 'Go slowly.', watchFor: ['A nod.'], ifItFallsFlat: 'Stay with it.' },
            ...{ source: 'library', provisional: false },
          },
        ],
        ...{ innerCheck: 'Notice the pull.', consultation: [{ id: 'co-peer', why: 'Near.' }] },
        ...{ withheld: null, strategy: 'st-expressive', why: 'It came back.' },
        ...{ cautions: ['Little time.'], forYou: ['Someone for yourself, too.'] },
      },
      questions: [{ id: 'in-moment', ask: 'What happened just before?' }],
      versions: {
        ...{ taxonomy: '1', library: '1', rules: '1', weights: '1', prompts: '1', model: null },
      },
      lens: 'act',
    },
    ...{ tapped: [], refused: [], inHand: [], asked: ['in-moment'], shown: ['ph-1'] },
    helpful: null,
    ...given,
  };
}
