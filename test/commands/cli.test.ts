import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const DEV = 'bench/cases/dev';
const rows = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Runs the command line as a person would. */
const PROGRAM = [process.execPath, 'src/cli.ts'] as const;
/** Runs what follows, then says on standard error what processor time it took. */
const TIMED = ['sh', '-c', '"$@"; code=$?; times >&2; exit $code', 'sh', ...PROGRAM] as const;

function cli(
  args: readonly string[],
  input: string | Buffer = '',
  [program, ...before]: readonly [string, ...string[]] = PROGRAM,
): Promise<Ran> {
  const child = spawn(program, [...before, ...args], { env: { PATH: process.env.PATH } });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (data) => out.push(data));
  child.stderr.on('data', (data) => err.push(data));
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      resolve({ status, out: String(Buffer.concat(out)), err: String(Buffer.concat(err)) });
    });
  });
}

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Seconds of processor time, from the line about children that the shell ends with. */
function cpuSeconds({ err }: Ran): number {
  const [user = '', system = ''] = err.trim().split('\n').at(-1)?.split(' ') ?? [];
  const seconds = (told: string) => {
    const [, minutes, rest] = /^(\d+)m([\d.]+)s$/.exec(told) ?? [];
    return 60 * Number(minutes) + Number(rest);
  };
  return seconds(user) + seconds(system);
}

const lines = ({ out }: Ran) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const evidence = z.array(z.string());
const Assessed = z.strictObject({
  id: z.string(),
  deidentified: z.strictObject({
    text: z.string(),
    removed: z.array(z.strictObject({ class: z.string(), start: z.int(), end: z.int() })),
  }),
  safety: z.strictObject({
    status: z.enum(['open', 'ask', 'clear']),
    labels: z.array(
      z.strictObject({ id: z.string(), status: z.string(), evidence, source: z.string() }),
    ),
    responses: z.array(z.string()),
  }),
  reading: z.strictObject({
    direction: z.enum(['withdrawal', 'confrontation', 'mixed', 'none']),
    enoughInfo: z.boolean(),
    labels: z.array(
      z.strictObject({
        id: z.string(),
        confidence: z.number().min(0).max(1),
        whose: z.enum(['patient', 'therapist', 'both', 'frame']),
        evidence,
        source: z.enum(['rules', 'model', 'both', 'clinician']),
        contested: z.boolean(),
      }),
    ),
    candidates: z
      .array(z.strictObject({ id: z.string(), confidence: z.number(), evidence }))
      .max(8),
    formulation: z
      .strictObject({
        moment: z.string(),
        sides: z.string(),
        frame: z.string(),
        workingGuess: z.string(),
        wouldChangeOurMind: z.string(),
      })
      .nullable(),
  }),
  suggestions: z.strictObject({
    phrases: z
      .array(
        z.object({
          text: z.string(),
          intervention: z.string().startsWith('iv-'),
          principles: z.array(z.string().startsWith('mp-')),
          timing: z.enum(['now', 'later']),
          watchFor: z.array(z.string()),
          ifItFallsFlat: z.string(),
          source: z.enum(['library', 'model']),
        }),
      )
      .max(3),
    innerCheck: z.string().nullable(),
    consultation: z
      .array(z.strictObject({ id: z.string().startsWith('co-'), why: z.string() }))
      .max(3),
    withheld: z.string().nullable(),
  }),
  questions: z.array(z.strictObject({ id: z.string().startsWith('in-'), ask: z.string() })).max(3),
  versions: z.strictObject({
    taxonomy: z.string(),
    library: z.string(),
    rules: z.string(),
    weights: z.string(),
    prompts: z.string(),
    model: z.string().nullable(),
  }),
  ms: z.number(),
});

describe('assess --json', { timeout: 30_000 }, () => {
  it('answers every write-up in order, in the agreed shape, with verbatim evidence', async () => {
    const args = ['assess', '--json', '--rules-only', `${DEV}/cases.jsonl`];
    const ran = await cli(args, '', TIMED);
    expect(cpuSeconds(ran)).toBeLessThan(5);
    expect(ran.status).toBe(0);
    const assessed = lines(ran).map((line) => Assessed.parse(line));
    expect(assessed.map(({ id }) => id)).toEqual(
      rows(`${DEV}/cases.jsonl`).map(({ id }: { id: string }) => id),
    );
    for (const { deidentified, safety, reading } of assessed) {
      const quotes = [...safety.labels, ...reading.labels, ...reading.candidates];
      for (const words of quotes.flatMap((claim) => claim.evidence)) {
        expect(deidentified.text).toContain(words);
      }
    }
  });

  it('reads the turns of a thread as one case', async () => {
    const turns = [
      { user: 'a', text: 'She has gone quiet since my holiday and only says "fine".' },
      { user: 'a', text: 'Today she told me that I do not care about her.' },
    ];
    const [assessed] = lines(await cli(['assess', '--json'], JSON.stringify({ id: 7, turns })));
    expect(Assessed.parse(assessed).deidentified.text).toContain('do not care');
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['🙈🙉 !!', 'no-words'],
    ['He said nothing. '.repeat(2500), 'too-long'],
  ])('says what to do with unreadable text (%#)', async (text, code) => {
    const ran = await cli(['assess', '--json'], JSON.stringify({ id: 'x', text }));
    expect(ran.status).toBe(1);
    expect(lines(ran)).toEqual([
      { line: 1, error: { code, message: expect.stringMatching(/\. \S/) } },
    ]);
  });

  it('reads 40,000 characters', async () => {
    const text = 'She said nothing and looked away. '.repeat(1200).slice(0, 40_000);
    const ran = await cli(['assess', '--json'], JSON.stringify({ id: 'x', text }));
    expect(ran.status).toBe(0);
  });

  it('gives German one plain line and no reading, and still sees the danger in it', async () => {
    const text =
      'Meine Patientin sagt, dass sie sich umbringen will, und ich weiß nicht, was ich jetzt tun soll.';
    const [assessed] = lines(await cli(['assess', '--json'], JSON.stringify({ id: 'x', text })));
    const { reading, safety, suggestions } = Assessed.parse(assessed);
    expect(safety.status).toBe('open');
    expect([reading.labels, suggestions.phrases]).toEqual([[], []]);
    expect(suggestions.withheld).toContain('English');
  });

  it('goes on after a bad line', async () => {
    const good = JSON.stringify({ id: 'x', text: 'She shrugs at every question I ask.' });
    const ran = await cli(['assess', '--json'], `{"id":\n${good}\n{"id":"y"}\n`);
    expect(ran.status).toBe(1);
    expect(lines(ran).map((line) => line.error?.code ?? 'fine')).toEqual([
      'bad-json',
      'fine',
      'no-text',
    ]);
  });
});

describe('the readable report', () => {
  it('shows the reading', async () => {
    const ran = await cli(['assess'], 'She shrugs at every question and says it is fine.');
    expect(ran.status).toBe(0);
    expect(ran.out).toContain('Hypotheses for reflection');
  });

  it('refuses a binary file in plain words', async () => {
    const ran = await cli(['assess'], Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]));
    expect([ran.status, ran.out]).toEqual([1, '']);
    expect(ran.err).toContain('not UTF-8 text');
  });
});

describe('lint --json', () => {
  it('agrees with the labelled phrases', async () => {
    const verdicts = lines(await cli(['lint', '--json', `${DEV}/phrases.jsonl`]));
    const agree = rows(`${DEV}/phrases.jsonl`).filter(
      ({ id, good }: { id: string; good: boolean }) =>
        verdicts.find((verdict) => verdict.id === id)?.pass === good,
    );
    expect(agree.length / verdicts.length).toBeGreaterThanOrEqual(0.85);
  });
});

describe('deid --json', () => {
  it('gives spans into the input and prints nothing that was removed', async () => {
    const text = 'My client Danielle Foster (401-555-0136) is late.';
    const ran = await cli(['deid', '--json'], JSON.stringify({ id: 'x', text }));
    const [{ removed }] = lines(ran);
    const spans = removed.map(({ start, end }: { start: number; end: number }) =>
      text.slice(start, end),
    );
    expect(spans.join(' ')).toContain('Danielle Foster');
    expect(ran.out).not.toMatch(/Danielle|Foster|0136/);
  });
});

describe('a wrong call', () => {
  it.each([[[]], [['guess']], [['assess', '--loud']], [['assess', 'a', 'b']], [['forget']]])(
    '%j shows how to call and ends with 2',
    async (args) => {
      const ran = await cli(args);
      expect([ran.status, ran.out]).toEqual([2, '']);
      expect(ran.err).toContain('npm run -s');
    },
  );

  it.each([
    [['assess', 'no-such-file'], 'does not exist'],
    [['deid', 'src'], 'is a folder'],
    [['rotate-keys'], 'IMPASSE_KEYS is missing'],
  ])('%j says what to do and ends with 1', async (args, words) => {
    const ran = await cli(args);
    expect(ran.status).toBe(1);
    expect(ran.err).toContain(words);
  });

  it.each([
    [['backup'], '--to names a new file'],
    [['backup', '--to', 'package.json'], 'exists already'],
    [['backup', '--to', 'no-such-folder/copy.sqlite'], 'folder that does not exist'],
  ])('%j says which name is wrong and ends with 2', async (args, words) => {
    const ran = await cli(args);
    expect([ran.status, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(words);
  });
});
