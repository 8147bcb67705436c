import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModelMetrics } from '../../src/openai/model-metrics.ts';
import type { CaseThread } from '../../src/pipeline/thread/case-thread.ts';
import { classified, suggested } from '../support/model/answers.ts';
import { type ModelServer, startModelServer } from '../support/model/model-server.ts';
import { answersBy, fails } from '../support/model/plays.ts';
import { arrived, turnTaker } from '../support/model/refining.ts';

/** Invented people and numbers from reserved ranges. */
const PLANTED = {
  'My client Danielle Foster goes silent.': ['Danielle', 'Foster'],
  'Her partner Anneliese called the front desk.': ['Anneliese'],
  'She moved to Pawtucket in spring.': ['Pawtucket'],
  'She lives at 14 Alder Lane with her sister.': ['Alder'],
  'She teaches at Larkspur Elementary School.': ['Larkspur'],
  'We began on March 14, 2024 after the intake.': ['March 14'],
  'She texted me from 401-555-0136 again.': ['401-555-0136', '555-0136'],
  'She wrote from dfoster82@example.com at night.': ['dfoster82'],
  'Her SSN is 078-05-1120 on the form.': ['078-05-1120'],
  'MRN 00482913 in our system.': ['00482913'],
  'She blogs at https://fosterbakes.example.org/me daily.': ['fosterbakes'],
  'The login came from 203.0.113.57 at noon.': ['203.0.113.57'],
  'Her case worker is <@U07ZZPLANT> here.': ['U07ZZPLANT'],
};
const WORDS = Object.values(PLANTED).flat();
const RAW = Object.keys(PLANTED);
const CASE = `${RAW.join(' ')} Since I put the fee up I get one-word answers and long silences.`;
const QUOTE = 'I get one-word answers and long silences';

const registry = new Registry();
const told: string[] = [];
let server: ModelServer;
let sent = '';

beforeAll(async () => {
  server = await startModelServer(
    answersBy((prompt) =>
      JSON.stringify(
        prompt === 'suggest'
          ? suggested()
          : classified({
              labels: [
                { id: 'wd-minimal-response', sure: 'clear', whose: 'patient', quotes: [QUOTE] },
              ],
              direction: 'withdrawal',
              directionQuotes: [QUOTE],
            }),
      ),
    ),
  );
  const turn = turnTaker(server.url, {}, createModelMetrics(registry));
  let kase: CaseThread | null = null;
  for (const [at, text] of [CASE, 'Danielle came late today.', 'Anneliese rang me.'].entries()) {
    const { refined, kase: after } = await turn(kase, arrived(text, at + 1));
    told.push(JSON.stringify(refined));
    kase = refined.ok ? refined.kase : after;
  }
  sent = server.requests.map(({ body, headers }) => body + JSON.stringify(headers)).join('\n');
}, 60_000);
afterAll(() => server.close());

describe('what goes to the model', () => {
  it('is the case', () => {
    expect(server.requests.length).toBeGreaterThanOrEqual(3);
    expect(sent).toContain('one-word answers');
  });

  it.each(WORDS)('never holds %s', (word) => {
    expect(sent).not.toContain(word);
    expect(told.join('\n')).not.toContain(word);
  });

  it('is never a raw message', () => {
    for (const sentence of RAW) expect(sent).not.toContain(sentence);
  });

  it('leaves no text in the metrics', async () => {
    expect(await registry.metrics()).not.toMatch(/one-word|silence|fee/);
  });

  it('does not come back in a fault, though a server echoes the prompt in its error', async () => {
    server.play(fails(400, { message: `bad prompt: ${CASE}` }));
    const { refined } = await turnTaker(server.url)(null, arrived(CASE));
    expect(refined).toEqual({ ok: false, code: 'bad-request', line: expect.any(String) });
    expect(JSON.stringify(refined)).not.toContain('one-word');
  });
});
