import { describe, expect, it } from 'vitest';
import { codeOf, createLog } from '../src/log.ts';

describe('createLog', () => {
  it('writes the event and its ids, one line each', () => {
    const lines: string[] = [];
    createLog('info', { write: (line) => lines.push(line) }).info('turn.done', { ms: 3 });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 30, time: expect.any(Number), event: 'turn.done', ms: 3 },
    ]);
  });
});

describe('codeOf', () => {
  it.each([
    [Object.assign(new Error('Jane said'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [new TypeError('Jane said'), 'TypeError'],
    [Object.assign(new Error('x'), { code: 'Jane said something long' }), 'Error'],
    ['Jane said', 'unknown'],
    [null, 'unknown'],
  ])('keeps the code and never the message of %s', (error, code) => {
    expect(codeOf(error)).toBe(code);
  });
});
