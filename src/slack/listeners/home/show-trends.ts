import type { Trends } from '../../../pipeline/trends/trends.ts';
import { trendsInWords } from '../../../pipeline/trends/trends-in-words.ts';
import { showUploaded, uploadPicture } from '../../trend-picture.ts';
import { trendsModal } from '../../views/trends-modal.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Slack's id of the picture of these trends, drawn and put there if it is not yet; null for none. */
async function fileOf(team: string, trends: Trends, parts: ListenerParts): Promise<string | null> {
  const known = await parts.home.pictureFile(team, trends);
  if (known !== null) return known;
  const png = await parts.home.picture(trends);
  if (png === null) return null;
  const { say } = parts.view;
  const client = await parts.clientOf(team);
  const words = { title: say('trends.title.picture'), alt: say('trends.alt') };
  const file = await uploadPicture(client, png, words);
  await parts.home.keepPictureFile(team, trends, file);
  return file;
}

/**
 * Opens the trends: the figures as text at once, and the picture above them as soon as it is drawn and
 * Slack has taken it. Where Slack does not take it, the text stays.
 */
export async function showTrends(trigger: string, parts: ListenerParts): Promise<void> {
  const { background, view } = parts;
  const team = parts.identity().install;
  const trends = await parts.home.trends(team);
  const all = trendsInWords(trends, view.say);
  const client = await parts.clientOf(team);
  const known = await parts.home.pictureFile(team, trends);
  const shown = trendsModal(all, known, view);
  const opened = await client.views.open({ trigger_id: trigger, view: shown });
  const id = opened.view?.id;
  if (known !== null || all.length === 0 || !id) return;
  background.run('trends.picture-not-shown', async () => {
    const file = await fileOf(team, trends, parts);
    if (file === null) return;
    await showUploaded(() =>
      client.views.update({ view_id: id, view: trendsModal(all, file, view) }),
    );
  });
}
