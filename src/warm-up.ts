import type { Engine } from './build-stages.ts';
import { codeOf, type Log } from './log.ts';
import { plainly } from './pipeline/circumstances.ts';
import { consult } from './pipeline/consult.ts';
import type { Turn } from './pipeline/message.ts';
import { receive } from './pipeline/receive.ts';
import { openCase } from './pipeline/thread/open-case.ts';

/** A made-up case that takes every stage along its usual way. */
const CASE =
  'I was late again and my client said "fine". When I ask about it he changes the subject, and I notice that I get sharper. No thoughts of harming himself, I asked last week.';

/**
 * Takes a made-up case through the door once, so that what safety and privacy need is compiled before the
 * first person asks; the rest, which takes longer, is compiled by what is returned, once the bot listens.
 */
export function warmUp(
  { stages, lint }: Pick<Engine, 'stages' | 'lint'>,
  log: Pick<Log, 'warn'>,
): () => void {
  const turn = { id: 'warm-up', author: 'warm-up', ts: '1.1', at: 1 };
  const received = receive(stages, { ...turn, raw: CASE, context: {} });
  return () => {
    try {
      if (received.kind === 'turn') readOnce(stages, lint, received.turn);
    } catch (error) {
      log.warn('warm-up.failed', { code: codeOf(error) });
    }
  };
}

function readOnce(stages: Engine['stages'], lint: Engine['lint'], turn: Turn): void {
  const key = { team: 'T', channel: 'C', thread: '1.1' };
  const kase = openCase(key, 'warm-up', turn);
  consult(stages, kase, [turn], plainly(new Date(0)));
  lint(CASE);
}
