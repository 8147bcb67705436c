import type { Page } from '../../pipeline/paging/page.ts';
import { actions, context, type SlackMessage, section } from './blocks.ts';
import { bold, lines } from './markup.ts';
import { placeValue } from './place-value.ts';
import { timeWords } from './time-words.ts';
import type { ViewParts } from './view-parts.ts';

/** `action_id` of the button by which somebody on call says that they have it. */
export const HAVE_IT = 'page-have';

/**
 * What people on call are told: that something is open, where, since when and whose case it is; never a
 * word of the case. Once somebody has it the same message says who, and the button is gone.
 */
export function pageMessage(
  page: Page,
  link: string | null,
  parts: Pick<ViewParts, 'say' | 'duty'>,
): SlackMessage {
  const { say } = parts;
  const { state, since, author, by, at, key } = page;
  const text = say(state === 'open' ? 'paging.notify' : `paging.notify.${state}`);
  const address = link === null ? '' : `<${link}|${say('paging.link')}>`;
  const stands = say(`paging.state.${state}`, {
    ...{ who: by === null ? '' : `<@${by}>`, when: at === null ? '' : timeWords(at, parts) },
  });
  const have = { text: say('button.page-have'), does: HAVE_IT, value: placeValue(key) };
  return {
    text,
    blocks: [
      section('page', lines([bold(text), say('paging.open', { since: timeWords(since, parts) })])),
      section('page-where', lines([say('paging.author', { who: `<@${author}>` }), address])),
      ...(state === 'open' ? [actions('page-buttons', [{ ...have, primary: true }])] : []),
      context('page-state', [`${stands} ${say('paging.no-case')}`]),
    ],
  };
}

/** The quiet line in the thread on who has it. */
export function acknowledgedNote(
  { by, at }: Pick<Page, 'by' | 'at'>,
  parts: Pick<ViewParts, 'say' | 'duty'>,
): SlackMessage {
  const { say } = parts;
  const text = say('paging.has-it', {
    who: `<@${by ?? ''}>`,
    when: at === null ? '' : timeWords(at, parts),
  });
  return { text: say('paging.notify.acknowledged'), blocks: [context('has-it', [text])] };
}
