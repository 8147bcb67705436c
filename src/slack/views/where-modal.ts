import type { ImageBlock, ModalView } from '@slack/types';
import type { CaseStage } from '../../pipeline/thread/stages/case-stage.ts';
import type { CoursePicture } from '../../pipeline/thread/stages/course-picture.ts';
import { describeStage, type ShownStage } from '../../pipeline/thread/stages/describe-stage.ts';
import { LIMITS } from '../limits.ts';
import { context, header, section } from './blocks.ts';
import { clamp } from './clamp.ts';
import { dateWords } from './date-words.ts';
import { bold, lines, plain } from './markup.ts';
import { modal } from './modal.ts';
import { joined } from './stage-section.ts';
import type { ViewParts } from './view-parts.ts';

const STANDING = { been: 'stages.been', here: 'stages.now', ahead: 'stages.ahead' } as const;
const MOST_VISITS = 20;

function steps({ steps: all }: ShownStage, { say }: ViewParts): string {
  return lines(
    all.map(({ name, standing }, index) =>
      say(STANDING[standing], { number: String(index + 1), name: plain(name, 40) }),
    ),
  );
}

/** Every step that was taken, with its day; of other stage models as well. */
function visits({ path }: CaseStage, { say, knowledge }: ViewParts): string {
  return lines(
    path.slice(-MOST_VISITS).map(({ machine, state, at }, index) => {
      const found = knowledge.machines.find(({ id }) => id === machine)?.states[state];
      const name = plain(found?.shown.name ?? '', 40);
      return say('stages.visit', { number: String(index + 1), name, date: dateWords(at) });
    }),
  );
}

/** What somebody is told who does not see the picture. */
export function pictureWords({ steps, visits }: CoursePicture, parts: ViewParts): string {
  const names = joined(
    visits.map((place) => steps[place] ?? ''),
    'stages.then',
    parts,
  );
  return clamp(parts.say('stages.picture', { names }), LIMITS.altText);
}

/** A picture of the way that Slack holds, by its id there. */
export interface HeldPicture {
  readonly file: string;
  readonly picture: CoursePicture;
}

function pictureBlock(held: HeldPicture | null, parts: ViewParts): ImageBlock[] {
  if (held === null) return [];
  return [
    {
      ...{ type: 'image', block_id: 'picture', slack_file: { id: held.file } },
      alt_text: pictureWords(held.picture, parts),
    },
  ];
}

/** 'Where we are': the stage model in words, the point it seems to be at, and the whole way so far. */
export function whereModal(
  stage: CaseStage,
  held: HeldPicture | null,
  parts: ViewParts,
): ModalView | null {
  const { say } = parts;
  const shown = describeStage(stage, parts.knowledge.machines);
  if (shown === null) return null;
  const { where, step, often, machine } = shown;
  const next = joined(often, 'stages.or', parts);
  return modal(
    'stages.title',
    [
      ...pictureBlock(held, parts),
      section('model', bold(say(`stages.machine.${machine}`))),
      section('intro', say('stages.intro')),
      section('steps', steps(shown, parts)),
      section(
        'here',
        lines([
          plain(where, 300),
          say('stages.step', { step: plain(step, 300) }),
          next === '' ? '' : say('stages.often', { names: next }),
        ]),
      ),
      header('path', say('stages.path')),
      section('visits', visits(stage, parts)),
      context('correct', [say('stages.correct')]),
    ],
    parts,
  );
}
