import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyShape } from '../../src/openai/classify-schema.ts';
import { parseAnswer } from '../../src/openai/parse-answer.ts';
import { probeEndpoint } from '../../src/openai/probe-endpoint.ts';
import { rehearseShape } from '../../src/openai/rehearse-schema.ts';
import { suggestShape } from '../../src/openai/suggest-schema.ts';
import { startModelServer } from '../support/model/model-server.ts';
import { mutated, PLANTED } from './mutate.ts';

const SHAPES = [classifyShape, suggestShape, rehearseShape] as const;
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

describe('what an endpoint says of itself, whatever it is', () => {
  it('is looked at without a crash', async () => {
    let body = '';
    const server = await startModelServer((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(body);
    });
    const settings = {
      baseUrl: server.url,
      apiKey: 'x',
      model: PLANTED,
      profile: 'generic',
    } as const;
    const listed = mutated<unknown>([{ data: [{ id: 'small' }, null] }, []]);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.json(), listed.map(String), listed),
        async (said) => {
          body = typeof said === 'string' ? said : (JSON.stringify(said) ?? '');
          expect(await probeEndpoint(settings)).toMatchObject({ reachable: true, status: 200 });
        },
      ),
      { numRuns: 100 },
    );
    await server.close();
  });
});
