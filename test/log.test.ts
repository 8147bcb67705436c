import { describe, expect, it } from 'vitest';
import { codeOf, correlated, createLog, uncorrelated } from '../src/log.ts';

describe('createLog', () => {
  it('writes the event and its ids, one line each', () => {
    const lines: string[] = [];
    createLog('info', { write: (line) => lines.push(line) }).info('turn.done', { ms: 3 });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 30, time: expect.any(Number), event: 'turn.done', ms: 3 },
    ]);
  });
});

describe('the log', () => {
  const written = (work: (log: ReturnType<typeof createLog>) => void) => {
    const lines: string[] = [];
    work(createLog('debug', { write: (line) => lines.push(line) }));
    return lines.map((line) => JSON.parse(line));
  };

  it.each([
    ['code', 'Danielle said something'],
    ['kind', 'dfoster82@example.com'],
    ['turn', 'x'.repeat(81)],
    ['code', ''],
  ])('writes no words that somebody took for a %s', (field, words) => {
    const [line] = written((log) => log.warn('turn.failed', { [field]: words }));
    expect(line).toMatchObject({ event: 'turn.failed', [field]: 'unprintable' });
  });

  it('carries the ids of the work it is written in, and none of what outlives it', async () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    await correlated({ request: 'r1' }, () =>
      correlated({ turn: 't1' }, async () => {
        await Promise.resolve();
        log.info('inside');
        uncorrelated(() => log.info('outliving'));
        log.info('told', { turn: 't2' });
      }),
    );
    log.info('outside');
    const ids = lines.map((line) => {
      const { request, turn, event } = JSON.parse(line);
      return { request, turn, event };
    });
    expect(ids).toEqual([
      { request: 'r1', turn: 't1', event: 'inside' },
      { event: 'outliving' },
      { request: 'r1', turn: 't2', event: 'told' },
      { event: 'outside' },
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
