import type { MessageEvent } from '../../payload.ts';
import { turnId } from '../../turn-id.ts';
import { helpMessage } from '../../views/help-message.ts';
import { promptAnswer, promptOf } from '../../views/prompts.ts';
import { isDirect } from '../arrived.ts';
import type { ListenerParts } from '../listener-parts.ts';

const HELP = /^\W{0,3}help\W{0,3}$/i;

/**
 * Answers a prompt of ours or a bare 'help' in the direct conversation with fixed words, under it and
 * once; false for every other message, which is a case.
 */
export async function answerPrompt(
  event: MessageEvent,
  user: string,
  parts: ListenerParts,
): Promise<boolean> {
  if (!isDirect(event) || event.thread_ts) return false;
  const text = event.text ?? '';
  const prompt = promptOf(text, parts.view);
  if (prompt === null && !HELP.test(text)) return false;
  const { channel, ts } = event;
  const no = await parts.access({ channel, user, direct: true, external: false });
  if (no !== null) return false;
  const key = { team: parts.identity().install, channel, thread: ts };
  const answer = prompt === null ? helpMessage(parts.view) : promptAnswer(prompt, parts.view);
  await parts.poster.putOnce({ key, turn: turnId(key, ts), after: ts }, answer);
  return true;
}
