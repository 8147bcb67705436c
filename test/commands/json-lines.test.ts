import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { eachJsonLine, LineError, readAll } from '../../src/commands/json-lines.ts';

const run = async (input: string | Buffer) => {
  const lines: string[] = [];
  const status = await eachJsonLine(
    Readable.from([Buffer.from(input)]),
    (line) => lines.push(line),
    (value) => {
      if (value.text === 'Jane') throw new Error('Jane said this');
      return value;
    },
  );
  return { status, lines: lines.map((line) => JSON.parse(line)) };
};

describe('eachJsonLine', () => {
  it('answers every line in order and passes blank ones over', async () => {
    expect(await run('{"id":1}\n\n{"id":2}\n')).toEqual({
      status: 0,
      lines: [{ id: 1 }, { id: 2 }],
    });
  });

  it.each([
    ['{"id":', 'bad-json'],
    ['[1]', 'bad-json'],
    ['null', 'bad-json'],
    [Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'not-text'],
    [Buffer.from('PK\0\u0003'), 'not-text'],
  ])('reports %s as %s, goes on, and ends with 1', async (bad, code) => {
    const { status, lines } = await run(
      Buffer.concat([Buffer.from(bad), Buffer.from('\n{"id":2}')]),
    );
    expect(status).toBe(1);
    expect(lines).toEqual([
      { line: 1, error: { code, message: expect.stringMatching(/\. \S/) } },
      { id: 2 },
    ]);
  });

  it('never repeats what an unexpected error says', async () => {
    const { lines } = await run('{"text":"Jane"}');
    expect(JSON.stringify(lines)).not.toContain('said this');
  });
});

describe('readAll', () => {
  it('reads text', async () => {
    expect(await readAll(Readable.from([Buffer.from('grüß')]))).toBe('grüß');
  });

  it.each([[Buffer.from([0xff, 0xfe, 0x00])], [Buffer.from('a\0b')]])(
    'refuses what is not text',
    async (bytes) => {
      await expect(readAll(Readable.from([bytes]))).rejects.toThrow(LineError);
    },
  );
});
