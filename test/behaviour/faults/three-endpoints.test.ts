import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassifyAnswer, SuggestAnswer } from '../../../src/pipeline/language-model.ts';
import type { Assessment } from '../../../src/pipeline/outcome.ts';
import { classified, formulated, suggested } from '../../support/model/answers.ts';
import { type ModelServer, startModelServer } from '../../support/model/model-server.ts';
import { answersBy } from '../../support/model/plays.ts';
import { arrived, engine, refinedOf, turnTaker } from '../../support/model/refining.ts';

const CASE =
  'My client of eight months has gone quiet since I put the fee up. I explained the new rate, she said "it is fine", and since then I get one-word answers and long silences. Last week she came late again, looked at the floor and agreed with everything. I feel guilty and talk too much, and I think I rushed through it when I told her. Her sister thinks it is a waste of money. When I asked whether the fee was a problem she said "no, no, you have to live". We work on her panic and agree on that.';

type Named = ClassifyAnswer['labels'][number];
const named = (id: string, quote: string, over: Partial<Named> = {}): Named => ({
  ...{ id, sure: 'clear', whose: 'patient', quotes: [quote] },
  ...over,
});

interface Script {
  readonly classify: ClassifyAnswer;
  /** Words for each offered intervention. */
  readonly say: (intervention: string, at: number) => string;
  readonly formulation: SuggestAnswer['formulation'];
}

const WITH = ['', ', back then', ', and how it is now'];
const PERFECT: Script = {
  classify: classified({
    labels: [
      named('wd-minimal-response', 'I get one-word answers and long silences'),
      named('wd-denial', 'she said "it is fine"'),
      named('wd-deferential', 'agreed with everything'),
      named('trg-fee-billing', 'has gone quiet since I put the fee up', { whose: 'frame' }),
    ],
    verdicts: [{ id: 'wd-minimal-response', verdict: 'confirm', reason: 'none' }],
    direction: 'withdrawal',
    directionQuotes: ['since then I get one-word answers and long silences'],
  }),
  say: (_, at) =>
    `I notice it has become quieter between us since I told you about the fee, and I think I rushed it. I wonder how that was for you${WITH[at]}?`,
  formulation: formulated,
};

const LYING: Script = {
  classify: classified({
    labels: [
      named('cf-complaint-therapist', 'she shouted that I was useless'),
      named('cf-complaint-progress', 'Her sister thinks it is a waste of money'),
      named('wd-denial', 'Closes the subject by denying a feeling that shows'),
      named('wd-sulking', 'looked at the floor and agreed'),
      named('sf-acute', 'looked at the floor and agreed'),
    ],
    verdicts: [{ id: 'wd-minimal-response', verdict: 'contest', reason: 'not-told' }],
    direction: 'confrontation',
    directionQuotes: ['she shouted that I was useless'],
    safety: [],
  }),
  say: () => 'You always shut me out. See https://example.org and tell <!channel> about it.',
  formulation: {
    ...formulated,
    sides: 'The client has a borderline personality disorder and wants to punish you.',
    workingGuess: 'She is clearly manipulative. <@U123> agrees.',
  },
};

const MEDIOCRE: Script = {
  classify: classified({
    labels: [
      named('wd-minimal-response', 'one-word answers and long silence'),
      named('trg-fee-billing', 'gone quiet ... since I put the fee up'),
      named('cau-fear', 'looked at the floor', { sure: 'thin' }),
      named('cau-trauma-unrecognised', 'floor'),
    ],
    direction: 'withdrawal',
    directionQuotes: [],
  }),
  say: (_, at) =>
    at === 0
      ? 'It makes sense to be careful with me after I put the fee up. What is it like here right now?'
      : 'You should try to open up more about the fee.',
  formulation: { ...formulated, frame: 'The fee.', workingGuess: 'She avoids you.' },
};

const offered = (variable: string) =>
  [...variable.matchAll(/^(iv-[a-z-]+): /gm)].map(([, id = '']) => id);
const played = ({ classify, say, formulation }: Script) =>
  answersBy((prompt, variable) => {
    if (prompt === 'classify') return JSON.stringify({ notes: '', ...classify });
    const phrases = offered(variable).map((intervention, at) => {
      return { intervention, text: say(intervention, at) };
    });
    return JSON.stringify(suggested({ phrases, formulation }));
  });

function lines({ reading, safety, suggestions, formulation }: Assessment): string[] {
  return [
    `${reading.direction}, safety ${safety.status}`,
    ...reading.labels.map(({ id, source, contested, evidence }) => {
      return `${id} (${source}${contested ? ', contested' : ''}) “${evidence[0] ?? ''}”`;
    }),
    ...reading.candidates
      .slice(0, 3)
      .map(({ id, contestReason }) => `? ${id}${contestReason ? ' (contested)' : ''}`),
    ...suggestions.phrases.map(({ text, source }) => `[${source}] ${text}`),
    `guess: ${formulation?.workingGuess ?? ''}`,
  ];
}

const WIDTH = 52;
function folded(text: string): string[] {
  const rows = text.match(new RegExp(`.{1,${WIDTH - 2}}(?:\\s|$)`, 'g')) ?? [''];
  return rows.map((row) => row.trim().padEnd(WIDTH));
}

function sideBySide(columns: readonly (readonly string[])[]): string {
  const cells = columns.map((column) => column.flatMap(folded));
  const height = Math.max(...cells.map((column) => column.length));
  const rows = Array.from({ length: height }, (_, at) =>
    cells.map((column) => column[at] ?? ' '.repeat(WIDTH)).join('| '),
  );
  return rows.join('\n');
}

describe('refine, with an endpoint that', () => {
  let server: ModelServer;
  const replies: Record<string, Assessment> = {};
  beforeAll(async () => {
    server = await startModelServer();
    for (const [name, script] of Object.entries({ PERFECT, LYING, MEDIOCRE })) {
      server.play(played(script));
      replies[name] = refinedOf(await turnTaker(server.url)(null, arrived(CASE)));
    }
    const shown = Object.entries(replies).map(([name, reply]) => [name, ...lines(reply)]);
    process.stdout.write(`\n${sideBySide(shown)}\n\n`);
  }, 60_000);
  afterAll(() => server.close());

  const reply = (name: string) => replies[name] as Assessment;
  const ids = (name: string) => reply(name).reading.labels.map(({ id }) => id);
  const texts = (name: string) => reply(name).suggestions.phrases.map(({ text }) => text);

  it('is perfect: all of it is shown', () => {
    expect(ids('PERFECT')).toEqual(
      expect.arrayContaining(['wd-minimal-response', 'wd-denial', 'trg-fee-billing']),
    );
    expect(reply('PERFECT').reading.direction).toBe('withdrawal');
    expect(reply('PERFECT').suggestions.phrases.map(({ source }) => source)).toEqual(
      texts('PERFECT').map(() => 'model'),
    );
    expect(reply('PERFECT').formulation).toEqual(formulated);
    expect(reply('PERFECT').versions.model).toBe('test-model');
  });

  it('lies: nothing unbacked and nothing that breaks the guard is shown', () => {
    const { labels } = reply('LYING').reading;
    expect(labels).toMatchObject([{ id: 'wd-minimal-response', contested: true, source: 'rules' }]);
    expect(reply('LYING').reading.direction).toBe('withdrawal');
    const all = JSON.stringify(reply('LYING'));
    expect(all).not.toMatch(/https?:|<!|<@|borderline|manipulative|shut me out|sulking/);
    expect(texts('LYING').length).toBeGreaterThan(0);
    for (const text of texts('LYING')) expect(engine().lint(text).pass).toBe(true);
  });

  it('is mediocre: what is backed and passes is shown, the rest is curated', () => {
    expect(ids('MEDIOCRE').sort()).toEqual(['trg-fee-billing', 'wd-minimal-response']);
    const sources = reply('MEDIOCRE').suggestions.phrases.map(({ source }) => source);
    expect(new Set(sources)).toEqual(new Set(['model', 'library']));
    expect(reply('MEDIOCRE').formulation?.workingGuess).not.toBe('She avoids you.');
  });

  it.each(['PERFECT', 'LYING', 'MEDIOCRE'])('%s: every quote stands in the text', (name) => {
    const { text, reading } = reply(name);
    for (const { evidence } of [...reading.labels, ...reading.candidates]) {
      for (const words of evidence) expect(text).toContain(words);
    }
  });
});
