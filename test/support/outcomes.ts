import fc from 'fast-check';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { IdentifierClass, SafeText } from '../../src/pipeline/message.ts';
import type {
  Assessment,
  Formulation,
  Outcome,
  Phrase,
  SafetyScreen,
} from '../../src/pipeline/outcome.ts';
import { LENSES } from '../../src/pipeline/settings/person-settings.ts';
import type { CaseThread } from '../../src/pipeline/thread/case-thread.ts';
import { AUTHOR, assessment, kase, turn } from './builders.ts';

const HOSTILE = [
  '',
  ' ',
  '&&&&&&&&',
  '<!channel> <@U0OTHER> <https://example.org|click>',
  '*bold* _it_ ~no~ `code` :smile: > quote',
  'شعرت بالذنب ثم صمتت',
  'היא שתקה',
  '😶‍🌫️👩‍👩‍👧‍👦'.repeat(40),
  'She said nothing. '.repeat(300),
  'a'.repeat(5_000),
  'line\nline\r\n\tline\u2028line',
];

/** Text of any kind: short, empty, long, right to left, emoji, Slack markup. */
export const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 900 }),
);
export const safeText = anyText.map((text) => text as SafeText);
const source = fc.constantFrom('rules', 'model', 'both', 'clinician') as fc.Arbitrary<
  'rules' | 'model' | 'both' | 'clinician'
>;
const CLASSES = ['name', 'location', 'date', 'phone', 'email', 'other_id', 'quasi'] as const;
export const removed = fc.dictionary(
  fc.constantFrom<IdentifierClass>(...CLASSES),
  fc.nat({ max: 999 }),
);

const formulation: fc.Arbitrary<Formulation> = fc.record({
  moment: anyText,
  sides: anyText,
  frame: anyText,
  workingGuess: anyText,
  wouldChangeOurMind: anyText,
});

function phrases(knowledge: Knowledge): fc.Arbitrary<Phrase> {
  return fc.record({
    id: fc.string({ maxLength: 30 }),
    text: anyText,
    intervention: fc.constantFrom(...knowledge.interventions.map(({ id }) => id)),
    principles: fc.subarray(knowledge.principles.map(({ id }) => id)),
    timing: fc.constantFrom('now', 'later'),
    why: anyText,
    fits: anyText,
    care: anyText,
    watchFor: fc.array(anyText, { maxLength: 4 }),
    ifItFallsFlat: anyText,
    source: fc.constantFrom('library', 'model'),
    provisional: fc.boolean(),
  });
}

export function screens(knowledge: Knowledge): fc.Arbitrary<SafetyScreen> {
  const label = fc.record({
    id: fc.constantFrom(...knowledge.safety.map(({ id }) => id)),
    status: fc.constantFrom('open', 'ask', 'history', 'negated', 'in-hand') as fc.Arbitrary<
      'open' | 'ask' | 'history' | 'negated' | 'in-hand'
    >,
    evidence: fc.array(anyText, { maxLength: 3 }),
    source,
  });
  return fc.record({
    status: fc.constantFrom('open', 'ask', 'clear'),
    labels: fc.array(label, { maxLength: 13 }),
    responses: fc.shuffledSubarray(knowledge.responses.map(({ id }) => id)),
  });
}

/** Any assessment there could be, with every label at once at worst. */
export function assessments(knowledge: Knowledge): fc.Arbitrary<Assessment> {
  const ids = knowledge.taxonomy.filter(({ family }) => family !== 'safety').map(({ id }) => id);
  const marker = (id: string) =>
    fc.record({
      id: fc.constant(id),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      whose: fc.constantFrom('patient', 'therapist', 'both', 'frame') as fc.Arbitrary<
        'patient' | 'therapist' | 'both' | 'frame'
      >,
      evidence: fc.array(safeText, { maxLength: 6 }),
      source,
      contested: fc.boolean(),
    });
  const reading = fc.record({
    direction: fc.constantFrom('withdrawal', 'confrontation', 'mixed', 'none') as fc.Arbitrary<
      'withdrawal' | 'confrontation' | 'mixed' | 'none'
    >,
    enoughInfo: fc.boolean(),
    labels: fc.shuffledSubarray(ids).chain((some) => fc.tuple(...some.map(marker))),
    candidates: fc
      .shuffledSubarray(ids, { maxLength: 8 })
      .map((some) => some.map((id) => ({ id, confidence: 0.3, evidence: [] }))),
  });
  return fc.record({
    text: safeText,
    safety: screens(knowledge),
    reading,
    formulation: fc.option(formulation),
    suggestions: fc.record({
      phrases: fc.array(phrases(knowledge), { maxLength: 3 }),
      innerCheck: fc.option(anyText),
      consultation: fc.array(
        fc.record({ id: fc.constantFrom(...knowledge.ladder.map(({ id }) => id)), why: anyText }),
        { maxLength: 3 },
      ),
      withheld: fc.option(anyText),
      strategy: fc.option(fc.constantFrom(...knowledge.strategies.map(({ id }) => id))),
      why: fc.option(anyText),
      cautions: fc.array(anyText, { maxLength: 5 }),
      forYou: fc.array(anyText, { maxLength: 4 }),
    }),
    questions: fc.array(fc.record({ id: fc.constant('in-moment'), ask: anyText }), {
      maxLength: 3,
    }),
    versions: fc.record({
      ...{ taxonomy: anyText, library: anyText, rules: anyText, weights: anyText },
      ...{ prompts: anyText, model: fc.option(anyText) },
    }),
    lens: fc.option(fc.constantFrom(...LENSES)),
  });
}

/** Any outcome there could be. */
export function outcomes(knowledge: Knowledge): fc.Arbitrary<Outcome> {
  const all = assessments(knowledge);
  return fc.oneof(
    fc.record({ kind: fc.constant('safety' as const), assessment: all }),
    fc.record({
      kind: fc.constant('reading' as const),
      assessment: all,
      changed: fc.array(anyText, { maxLength: 9 }),
    }),
    fc.record({
      kind: fc.constant('unreadable' as const),
      why: fc.constantFrom('empty', 'no-words', 'too-long', 'not-english') as fc.Arbitrary<
        'empty' | 'no-words' | 'too-long' | 'not-english'
      >,
      safety: screens(knowledge),
    }),
  );
}

/** Any case the outcome may be shown for. */
export function cases(knowledge: Knowledge): fc.Arbitrary<CaseThread> {
  const ids = knowledge.taxonomy.filter(({ family }) => family !== 'safety').map(({ id }) => id);
  return fc
    .record({
      tapped: fc.shuffledSubarray(ids, { maxLength: 12 }),
      refused: fc.shuffledSubarray(ids, { maxLength: 12 }),
      stillOpen: fc.boolean(),
      helpful: fc.constantFrom('helpful', 'not-helpful', null) as fc.Arbitrary<
        'helpful' | 'not-helpful' | null
      >,
      removed: fc.array(removed, { maxLength: 4 }),
    })
    .map(({ removed: counts, ...over }) =>
      kase({
        ...over,
        turns: counts.map((each, at) => ({ ...turn({ id: `turn-${at}` }), removed: each })),
        inHand: [{ id: 'sf-suicide', by: AUTHOR, at: 5_000 }],
        assessment: assessment(),
      }),
    );
}
