import { type Logger, LogLevel } from '@slack/bolt';
import { errorCode } from './error-code.ts';
import type { SlackLog } from './slack-log.ts';

/** The code of the first error among logged values; everything else said is dropped. */
function codeIn(said: readonly unknown[]): string {
  const error = said.find((value) => value instanceof Error);
  return error === undefined ? 'none' : errorCode(error);
}

/**
 * The logger given to Slack's libraries. They print message text at debug and whole error objects at
 * any level, so it stays at `warn` whatever they set, and passes on codes only.
 */
export function createSdkLogger(log: SlackLog): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...said) => log.warn('slack.sdk.warn', { code: codeIn(said) }),
    error: (...said) => log.error('slack.sdk.error', { code: codeIn(said) }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
