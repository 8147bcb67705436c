import { AUTHOR, KEY } from './builders.ts';
import { signedHttp } from './signed-http.ts';

/** Somebody mentions the bot over signed HTTP; the status that Slack would see. */
export async function signedMention(
  to: { readonly port: number; readonly secret: string },
  text: string,
  ts: string = KEY.thread,
): Promise<number> {
  const place = { type: 'app_mention', user: AUTHOR, channel: KEY.channel, ts };
  const event = { ...place, text: `<@U0IMPASSE> ${text}` };
  return (await signedHttp(to.port, to.secret).event(event, `Ev${ts}`, KEY.team)).status;
}
