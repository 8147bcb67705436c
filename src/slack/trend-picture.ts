import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { errorCode } from './error-code.ts';

/** Slack takes a moment to look a new picture over; until then it refuses blocks that show it. */
const PAUSES_MS = [0, 1_000, 2_000, 4_000];
const NOT_YET: readonly string[] = ['invalid_blocks', 'invalid_arguments'];

/**
 * Puts a picture into Slack, for our own blocks to show; resolves to Slack's id of it.
 * @param alt what somebody is told who does not see it
 * @throws when Slack does not take it, such as for want of the scope `files:write`
 */
export async function uploadPicture(
  client: WebClient,
  png: Buffer,
  { title, alt }: { readonly title: string; readonly alt: string },
): Promise<string> {
  const answer = await client.filesUploadV2({
    ...{ file: png, filename: 'trends.png', title, alt_text: alt },
  });
  const id = answer.files[0]?.files?.[0]?.id;
  if (!id) throw new Error('Slack gave the picture no id.');
  return id;
}

/** Shows blocks with a new picture, waiting as long as Slack still looks it over; true when it did. */
export async function showUploaded(show: () => Promise<unknown>): Promise<boolean> {
  for (const pause of PAUSES_MS) {
    await sleep(pause);
    try {
      await show();
      return true;
    } catch (error) {
      if (!NOT_YET.includes(errorCode(error))) throw error;
    }
  }
  return false;
}
