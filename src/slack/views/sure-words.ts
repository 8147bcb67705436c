import type { Say } from '../../pipeline/thread/what-changed.ts';

/** How sure we are, in words; confidence is 0 to 1, calibrated. */
export function sureWords(confidence: number, say: Say): string {
  if (confidence >= 0.85) return say('sure.high');
  return say(confidence >= 0.6 ? 'sure.medium' : 'sure.low');
}
