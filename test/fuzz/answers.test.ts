import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyShape } from '../../src/openai/classify-schema.ts';
import { parseAnswer } from '../../src/openai/parse-answer.ts';
import { suggestShape } from '../../src/openai/suggest-schema.ts';
import { mutated, PLANTED } from './mutate.ts';

const SHAPES = [classifyShape, suggestShape] as const;
const text = fc.oneof(
  fc.string(),
  fc.json(),
  fc.json().map((json) => `\`\`\`json\n${json}\n\`\`\``),
  fc.string().map((thought) => `<think>${thought}</think>{}`),
  mutated([
    { labels: [{ id: 'wd-denial', quote: PLANTED, confidence: 0.5 }], safety: [], phrases: [] },
  ]).map((value) => JSON.stringify(value) ?? ''),
);

describe('answers of a model, whatever stands in them', () => {
  it.each(SHAPES.map((shape, nth) => [nth, shape] as const))(
    'are read or refused by shape %s with faults that repeat nothing of them',
    (_, shape) => {
      fc.assert(
        fc.property(text, (answer) => {
          const parsed = parseAnswer(answer, shape as typeof classifyShape);
          if (!parsed.ok) expect(parsed.faults.join(' ')).not.toContain(PLANTED);
        }),
        { numRuns: 500 },
      );
    },
  );
});
