import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModelMetrics } from '../../../src/openai/model-metrics.ts';
import { classified } from '../../support/model/answers.ts';
import { type ModelServer, type Play, startModelServer } from '../../support/model/model-server.ts';
import * as plays from '../../support/model/plays.ts';
import { arrived, turnTaker } from '../../support/model/refining.ts';

const CASE =
  'My client of eight months has gone quiet since I put the fee up. I explained the new rate, she said "it is fine", and since then I get one-word answers and long silences. I feel guilty and talk too much.';
const GOOD = JSON.stringify(classified());

const PLAYS: readonly (readonly [string, Play, string])[] = [
  ['refused', plays.refuses, 'declined'],
  ['truncated', plays.answers('{"lab', 'length'), 'come to an end'],
  ['filtered', plays.answers('{"lab', 'content_filter'), 'filter'],
  ['invalid-json', plays.answers(`Sure! ${GOOD}`), 'could not be read'],
  ['invalid-shape', plays.answers('{}'), 'agreed form'],
  ['rate-limited', plays.fails(429, {}, { 'retry-after': '90' }), 'too often'],
  ['quota', plays.fails(429, { code: 'insufficient_quota' }), 'used up'],
  ['bad-request', plays.fails(400), 'did not accept'],
  ['auth', plays.fails(401), 'key'],
  ['overloaded', plays.fails(500), 'trouble'],
  ['network', plays.cutsOff(GOOD), 'could not be reached'],
  ['timeout', plays.waits(700, plays.answers(GOOD)), 'too long'],
  ['timeout', plays.drips(GOOD, 100), 'too long'],
  ['too-large', plays.floods, 'far too long'],
];

describe('a turn whose model fails', () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer();
    // A process reads one case at start, so that nobody waits for patterns to be compiled.
    await turnTaker(server.url, { boundary: 'none' })(null, arrived(CASE));
  }, 60_000);
  afterAll(() => server.close());

  it.each(PLAYS)(
    'with %s keeps its first reading and one plain line',
    async (code, play, words) => {
      const registry = new Registry();
      server.play(play);
      const started = performance.now();
      const turn = turnTaker(server.url, {}, createModelMetrics(registry));
      const { first, firstMs, refined } = await turn(null, arrived(CASE));
      expect(performance.now() - started).toBeLessThan(1500 + 1000);
      expect(firstMs).toBeLessThan(1000);
      expect(first.reading.labels.map(({ id }) => id)).toContain('wd-minimal-response');
      expect(refined).toMatchObject({ ok: false, code, line: expect.stringContaining(words) });
      const counted = await registry.getSingleMetricAsString('impasse_model_calls_total');
      expect(counted).toContain(`code="${code}"} 1`);
    },
  );

  it('is followed by one that works, in the same process', async () => {
    const turn = turnTaker(server.url);
    server.play(plays.hangsUp, plays.hangsUp, plays.answers(GOOD));
    const { refined, kase } = await turn(null, arrived(CASE));
    expect(refined).toMatchObject({ ok: false, code: 'network' });
    const next = await turn(kase, arrived('She came on time today and still said little.', 2));
    expect(next.refined.ok).toBe(true);
  });

  it('says so when no case text may go to the model, and sends nothing', async () => {
    server.play(plays.answers(GOOD));
    const turn = turnTaker(server.url, { boundary: 'none' });
    const { refined } = await turn(null, arrived(CASE));
    expect(refined).toMatchObject({ ok: false, line: expect.stringContaining('nothing was sent') });
    expect(server.requests).toHaveLength(0);
  });

  it('keeps the curated words when only the wording fails', async () => {
    const classify = JSON.stringify(
      classified({
        verdicts: [{ id: 'wd-minimal-response', verdict: 'confirm', reason: 'none' }],
        direction: 'withdrawal',
        directionQuotes: ['has gone quiet since I put the fee up'],
      }),
    );
    server.play(plays.answers(classify), plays.fails(400));
    const { refined } = await turnTaker(server.url)(null, arrived(CASE));
    expect(refined.ok).toBe(true);
    if (!refined.ok) return;
    const { suggestions, reading } = refined.outcome.assessment;
    expect(reading.labels[0]).toMatchObject({ source: 'both' });
    expect(suggestions.phrases.every(({ source }) => source === 'library')).toBe(true);
    expect(suggestions.phrases.length).toBeGreaterThan(0);
  });
});
