import fc from 'fast-check';
import type { PracticeMessage } from '../../../src/pipeline/rehearsal/practice-message.ts';
import { anyText, screens } from '../outcomes.ts';
import { knowledge } from './rendered.ts';

const wording = fc.option(
  fc.record({ text: anyText, why: anyText, source: fc.constantFrom('library', 'model') }),
);
const summary = fc.option(
  fc.record({
    worked: fc.array(anyText, { maxLength: 3 }),
    keep: fc.option(anyText),
    try: fc.option(anyText),
  }),
);
const feedback = fc.record({
  worked: fc.option(fc.record({ quote: anyText, said: anyText })),
  next: fc.option(fc.record({ try: anyText, why: anyText })),
  ...{ strength: fc.constant('st-any'), why: anyText },
});

/** Any message of a rehearsal. */
export const anyPractice: fc.Arbitrary<PracticeMessage> = fc.oneof(
  fc.record({ kind: fc.constant('opening' as const), client: anyText }),
  fc.record({ kind: fc.constant('reply' as const), feedback, wording, client: anyText, summary }),
  fc.record({ kind: fc.constantFrom('again' as const, 'hint' as const), wording, client: anyText }),
  fc.record({
    kind: fc.constant('ended' as const),
    why: fc.constantFrom('stopped', 'finished', 'safety', 'case-gone', 'over'),
    summary,
  }),
  fc.record({
    kind: fc.constant('unreadable' as const),
    why: fc.constantFrom('empty', 'no-words', 'too-long', 'not-english'),
  }),
  fc.record({
    kind: fc.constant('safety' as const),
    ...{ safety: screens(knowledge), ends: fc.boolean() },
  }),
);
