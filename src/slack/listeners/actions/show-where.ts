import type { CaseStage } from '../../../pipeline/thread/stages/case-stage.ts';
import {
  type CoursePicture,
  coursePicture,
} from '../../../pipeline/thread/stages/course-picture.ts';
import { showUploaded, uploadPicture } from '../../trend-picture.ts';
import { pictureWords, whereModal } from '../../views/where-modal.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Slack's id of the picture, drawn and put there if it is not yet. */
async function fileOf(team: string, picture: CoursePicture, parts: ListenerParts): Promise<string> {
  const { courses, clientOf, view } = parts;
  const known = courses.file(team, picture);
  if (known !== null) return known;
  const png = await courses.draw(picture);
  const words = { title: view.say('stages.title'), alt: pictureWords(picture, view) };
  const file = await uploadPicture(await clientOf(team), png, words);
  courses.keepFile(team, picture, file);
  return file;
}

/**
 * Opens 'Where we are' as text at once; where the way is long, its picture is put on top as soon as it
 * is drawn and Slack has taken it. Where Slack does not take it, the text stays.
 */
export async function showWhere(
  trigger: string,
  stage: CaseStage,
  parts: ListenerParts,
): Promise<void> {
  const { view, background, identity } = parts;
  const team = identity().install;
  const picture = coursePicture(stage, view.knowledge.machines);
  const known = picture && parts.courses.file(team, picture);
  const shown = picture && known ? { file: known, picture } : null;
  const modal = whereModal(stage, shown, view);
  if (modal === null) return parts.log.warn('slack.nothing-to-open', { kind: 'where' });
  const client = await parts.clientOf(team);
  const opened = await client.views.open({ trigger_id: trigger, view: modal });
  const id = opened.view?.id;
  if (picture === null || shown !== null || !id) return;
  background.run('slack.picture-not-shown', async () => {
    const file = await fileOf(team, picture, parts);
    const next = whereModal(stage, { file, picture }, view) ?? modal;
    await showUploaded(() => client.views.update({ view_id: id, view: next }));
  });
}
