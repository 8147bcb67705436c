import { LogLevel } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { createSdkLogger } from '../../src/slack/sdk-logger.ts';

describe('createSdkLogger', () => {
  it('passes on codes only and stays at warn whatever it is set to', () => {
    const lines: unknown[] = [];
    const write = (...line: unknown[]) => lines.push(line);
    const logger = createSdkLogger({ info: write, warn: write, error: write });
    logger.setLevel(LogLevel.DEBUG);
    logger.setName('Anna');
    for (const level of ['debug', 'info', 'warn', 'error'] as const) {
      logger[level]('Anna Example', { token: 'xoxb-1' }, new TypeError('Anna Example'));
    }
    expect(logger.getLevel()).toBe(LogLevel.WARN);
    expect(lines).toEqual([
      ['slack.sdk.warn', { code: 'TypeError' }],
      ['slack.sdk.error', { code: 'TypeError' }],
    ]);
  });
});
