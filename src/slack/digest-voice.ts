import { failureOf } from './delivery-error.ts';
import { errorCode } from './error-code.ts';
import type { SlackLog } from './slack-log.ts';
import { showUploaded, uploadPicture } from './trend-picture.ts';
import { type Digest, digestMessage } from './views/digest-message.ts';
import type { ViewParts } from './views/view-parts.ts';
import type { LookUp } from './workspaces/look-up.ts';

/** Posts weekly digests. */
export interface DigestVoice {
  /**
   * Posts a digest, with the picture where Slack takes it; nothing where we cannot write.
   * @throws when Slack did not take the message and it can be repeated
   */
  post(team: string, channel: string, digest: Digest, png: Buffer | null): Promise<void>;
}

interface VoiceParts extends Pick<LookUp, 'clientOf'> {
  readonly view: ViewParts;
  readonly log: SlackLog;
}

/** The voice of the digest in every workspace. */
export function createDigestVoice({ clientOf, view, log }: VoiceParts): DigestVoice {
  async function fileOf(team: string, png: Buffer): Promise<string | null> {
    const words = { title: view.say('trends.title.picture'), alt: view.say('trends.alt') };
    return uploadPicture(await clientOf(team), png, words).catch((error: unknown) => {
      log.warn('digest.picture-not-taken', { code: errorCode(error) });
      return null;
    });
  }
  async function post(team: string, channel: string, digest: Digest, png: Buffer | null) {
    const client = await clientOf(team);
    const quiet = { channel, unfurl_links: false, unfurl_media: false };
    const file = png === null ? null : await fileOf(team, png);
    const shown =
      file !== null &&
      (await showUploaded(() =>
        client.chat.postMessage({ ...quiet, ...digestMessage(digest, file, view) }),
      ));
    if (!shown) await client.chat.postMessage({ ...quiet, ...digestMessage(digest, null, view) });
  }
  return {
    post: (team, channel, digest, png) =>
      post(team, channel, digest, png).catch((error: unknown) => {
        const { kind, code } = failureOf(error);
        log.warn('digest.not-posted', { kind, code });
        if (kind === 'later' || kind === 'unsure') throw error;
      }),
  };
}
