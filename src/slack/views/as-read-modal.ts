import type { KnownBlock, ModalView } from '@slack/types';
import { LIMITS } from '../limits.ts';
import type { Written } from '../take.ts';
import { actId } from './act-id.ts';
import { actions, context, section } from './blocks.ts';
import { dateWords } from './date-words.ts';
import { modal } from './modal.ts';
import { type PlaceValue, placeValue } from './place-value.ts';
import { storedText } from './stored-text.ts';
import type { ViewParts } from './view-parts.ts';

function message(written: Written, index: number, { say }: Pick<ViewParts, 'say'>): KnownBlock[] {
  const { text, at, held } = written;
  const blocks = storedText(`text-${index}`, text);
  return [
    context(`when-${index}`, [
      say('slack.read.when', { date: dateWords(at), number: String(index + 1) }),
      held ? say('slack.read.waits') : '',
    ]),
    ...(blocks.length > 0 ? blocks : [section(`text-${index}`, say('slack.read.empty'))]),
  ];
}

/** Bytes of text that fit into a view beside everything else. */
const MOST_BYTES = LIMITS.viewBytes * 0.7;

const bytesOf = (block: KnownBlock) => new TextEncoder().encode(JSON.stringify(block)).length;

/** The first blocks that fit into a view, and a word on it when some do not. */
function fitting(blocks: readonly KnownBlock[], { say }: Pick<ViewParts, 'say'>): KnownBlock[] {
  let sum = 0;
  const shown = blocks.filter((block) => {
    sum += bytesOf(block);
    return sum <= MOST_BYTES;
  });
  return shown.length < blocks.length
    ? [...shown.slice(0, LIMITS.modalBlocks - 4), section('rest', say('slack.modal.more'))]
    : shown;
}

/**
 * A person's own messages of a thread as the bot sees them, newest first, with two buttons to put
 * right what was removed. Carries only where the thread is.
 */
export function asReadModal(
  place: Omit<PlaceValue, 'turn'>,
  written: readonly Written[],
  parts: Pick<ViewParts, 'say'>,
): ModalView {
  const { say } = parts;
  const value = placeValue(place);
  const buttons = (['missed', 'not-identifier'] as const).map((does) => ({
    ...{ text: say(`button.${does}`), does: actId(does), value },
  }));
  return {
    ...modal(
      'slack.read.title',
      [
        section('intro', say('slack.read.intro')),
        actions('put-right', buttons),
        ...fitting(
          written
            .map((each, index) => message(each, index, parts))
            .reverse()
            .flat(),
          parts,
        ),
      ],
      parts,
    ),
    private_metadata: value,
  };
}
