import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { Submission } from '../../payload.ts';
import { retypedId } from '../../turn-id.ts';
import { readPlaceValue } from '../../views/place-value.ts';
import { type Refusal, refusal } from '../../views/refusal.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { typedText } from '../typed-text.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Takes the changed text in through the same door as a message, in place of the one that waited. */
async function takeIn({ user, view }: Submission, parts: ListenerParts): Promise<Refusal | null> {
  const place = readPlaceValue(view.private_metadata);
  const { channel = '', thread = '', turn } = place ?? {};
  const direct = channel.startsWith('D');
  const no = await parts.access({ channel, user: user.id, direct, external: false });
  if (no !== null) return no;
  const key = { team: parts.identity().install, channel, thread };
  const written = await parts.intake.own.written(key, user.id);
  const held = written.find((each) => each.held && each.turn === turn);
  if (held === undefined) return 'not-waiting';
  const text = typedText(view.state?.values ?? {});
  const writer = { channel, user: user.id, thread, hasFiles: false, again: 0 };
  await parts.door(writer, {
    ...{ key, text, ts: held.ts, at: held.at, author: user.id, edit: false },
    turn: retypedId(key, held.turn, view.id ?? ''),
    safety: parts.intake.screen(text),
    replaces: held.turn,
  });
  return null;
}

/** The author changed a held text and sent it: it is screened, de-identified and stored anew. */
export function onTextEdited(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    await ack();
    const read = Submission.safeParse(body);
    const place = read.success ? readPlaceValue(read.data.view.private_metadata) : null;
    if (!read.success || place === null) return parts.log.warn('slack.view-unreadable');
    const no = await takeIn(read.data, parts);
    if (no === null) return;
    const { whisper, channels, view, now } = parts;
    const user = read.data.user.id;
    const once = `${place.turn}:${user}:edit:${now()}`;
    whisper({ ...place, user }, once, refusal(no, channels, null, view));
  };
}
