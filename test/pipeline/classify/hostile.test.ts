import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPullsOf } from '../../../src/pipeline/classify/direction.ts';
import { tellsEnough } from '../../../src/pipeline/classify/enough-info.ts';
import { createScoreLabels } from '../../../src/pipeline/classify/score-labels.ts';
import { tokens } from '../../../src/pipeline/text/tokens.ts';
import { loadReaderModel } from '../../../src/weights/load-reader-model.ts';

const LONGEST = 40_000;
const LIMIT_MS = 250;
const PIECES = [
  'a',
  '"',
  "'a ",
  '. ',
  'a. ',
  'but ',
  'I said, ',
  '\n',
  '“”',
  'i ',
  "don't ",
  '[Client] ',
  '- ',
  '… ',
  'she was late ',
  '(',
  'I’d ',
  '1.1.',
];

const model = loadReaderModel();
const scoreLabels = model && createScoreLabels(model);
const pullsOf = createPullsOf(model?.linear.labels ?? []);

/** Milliseconds of this thread's own work, whatever else the machine is busy with. */
const worked = () => process.threadCpuUsage().user / 1000;

function timeOf(text: string): number {
  const started = worked();
  if (scoreLabels !== null) {
    const { labels, windows, evidence } = scoreLabels(text);
    pullsOf(windows);
    for (const label of labels.slice(0, 12))
      expect(evidence(label).end).toBeLessThanOrEqual(text.length);
  }
  tellsEnough(text, tokens(text), true);
  return worked() - started;
}

/** The best of three runs: a pattern that blows up is slow every time. */
const best = (text: string) => Math.min(timeOf(text), timeOf(text), timeOf(text));

describe('reading 40,000 characters', () => {
  timeOf('She came late again and I said nothing. '.repeat(200));

  it.each(PIECES)('stays under a quarter of a second for %j repeated', (piece) => {
    const text = piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST);
    expect(best(text)).toBeLessThan(LIMIT_MS);
  });

  it('stays under a quarter of a second for any mixture', () => {
    const mixture = fc
      .array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 6 })
      .map((pieces) => {
        const unit = pieces.join('');
        return unit.repeat(Math.ceil(LONGEST / unit.length)).slice(0, LONGEST);
      });
    fc.assert(
      fc.property(mixture, (text) => best(text) < LIMIT_MS),
      { numRuns: 15 },
    );
  });
});
