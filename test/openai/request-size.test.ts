import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseThread } from '../../src/pipeline/thread/case-thread.ts';
import { act } from '../support/builders.ts';
import { classified, suggested } from '../support/model/answers.ts';
import { type ModelServer, startModelServer } from '../support/model/model-server.ts';
import { answersBy } from '../support/model/plays.ts';
import { arrived, type Turned, turnTaker } from '../support/model/refining.ts';

const CASE = `My client of eight months has gone quiet since I put the fee up. I explained the new rate at the end of a session, on the way to the door, she said "it is fine", and since then I get one-word answers and long silences. She used to come in with a list of what she wanted to talk about, and she used to laugh. Last week she came late again, looked at the floor and agreed with everything I proposed, also with the exposure plan that she had called far too much in spring. When I asked whether the fee was a problem she said "no, no, you have to live", and then asked about the holidays. I notice that I talk too much, I fill each silence with another idea, and I think I rushed through it when I told her. I notice that I look forward to the hour less than before. My own therapist once did something like that to me and I did not say a word for weeks. We work on her panic and agree on that. She pays on time, comes most weeks and does her diary, though the entries have become short. Her panic is less, her sleep is better, and at work they have given her a team. What I would like is a way to open this up without making her look after me, because that is what she does with everybody. I see her again on a weekday morning.`;
const QUOTE = 'since then I get one-word answers and long silences';
const CLASSIFIED = classified({
  labels: [{ id: 'wd-minimal-response', sure: 'clear', whose: 'patient', quotes: [QUOTE] }],
  direction: 'withdrawal',
  directionQuotes: [QUOTE],
});
const later = (at: number) =>
  arrived(
    `A short note after session ${at}: she was quiet again, said that the week had been busy, and we went through the diary. I asked once how it was to be here and she said it was helpful. I let it rest.`,
    at,
  );

/** Token counts of one recorded request. */
interface Sizes {
  readonly prefix: number;
  readonly schema: number;
  readonly variable: number;
  readonly text: string;
}

const MEASURED = [1, 2, 20];
let server: ModelServer;
const sizes = new Map<string, Sizes>();

function sizeOf(body: string): [string, Sizes] {
  const { messages, response_format: format } = JSON.parse(body);
  const { name, schema } = format.json_schema;
  const [{ content: text }, { content: variable }] = messages;
  const count = (part: string) => encode(part).length;
  return [
    name,
    { text, prefix: count(text), schema: count(JSON.stringify(schema)), variable: count(variable) },
  ];
}

function keptOf({ refined }: Turned): CaseThread {
  if (!refined.ok) throw new Error(refined.code);
  return refined.kase;
}

beforeAll(async () => {
  server = await startModelServer(
    answersBy((prompt) => JSON.stringify(prompt === 'classify' ? CLASSIFIED : suggested())),
  );
  const turn = turnTaker(server.url);
  let kase: CaseThread | null = null;
  for (let at = 1; at <= 20; at++) {
    server.requests.length = 0;
    kase = keptOf(await turn(kase, at === 1 ? arrived(CASE) : later(at)));
    kase = keptOf(await turn(kase, act('in-hand', { id: `act-${at}`, at })));
    for (const { body } of MEASURED.includes(at) ? server.requests : []) {
      const [name, size] = sizeOf(body);
      sizes.set(`${name} ${at}`, size);
    }
  }
}, 60_000);
afterAll(() => server.close());

describe('a recorded request', () => {
  it.each(['classify', 'suggest'])('of %s is small, and of one size in a long thread', (name) => {
    const [one, two, twenty] = MEASURED.map((at) => sizes.get(`${name} ${at}`));
    if (!one || !two || !twenty) throw new Error([...sizes.keys()].join());
    const after = [one, two, twenty].map(({ variable }) => variable).join(', ');
    process.stdout.write(
      `${name}: prefix ${one.prefix}, schema ${one.schema}, variable after 1, 2 and 20 turns ${after}\n`,
    );
    expect(CASE.length).toBeGreaterThanOrEqual(1200);
    expect(one.prefix + one.schema).toBeLessThanOrEqual(6000);
    expect(one.variable).toBeLessThanOrEqual(1500);
    expect(Math.abs(twenty.variable - two.variable) / two.variable).toBeLessThan(0.15);
    expect(Math.abs(twenty.variable - one.variable) / one.variable).toBeLessThan(0.15);
    expect(twenty.text).toBe(one.text);
  });
});
