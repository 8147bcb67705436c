import type { OwnCase } from '../ways-in.ts';
import { type SlackMessage, section } from './blocks.ts';
import { dateWords } from './date-words.ts';
import { bullet, lines } from './markup.ts';
import type { ViewParts } from './view-parts.ts';

/** Cases that are listed; further ones are counted. */
export const MOST_CASES = 10;

/** A case with the address of its thread, or null when Slack did not give one. */
export interface LinkedCase extends OwnCase {
  readonly link: string | null;
}

function line({ key, lastAt, state, link }: LinkedCase, { say }: Pick<ViewParts, 'say'>): string {
  const direct = key.channel.startsWith('D');
  const place = direct
    ? say('way.mine.private')
    : say('way.mine.in-channel', { channel: `<#${key.channel}>` });
  // A link's own words cannot hold another link, so a channel is named beside it.
  const date = dateWords(lastAt);
  const where = direct && link !== null ? `<${link}|${place}>` : place;
  const dated = !direct && link !== null ? `<${link}|${date}>` : date;
  return bullet(say('way.mine.line', { where, date: dated, state: say(`way.state.${state}`) }));
}

/** Somebody's own cases, newest first, with links; nothing of what was told in them. */
export function casesMessage(
  cases: readonly LinkedCase[],
  more: number,
  parts: Pick<ViewParts, 'say'>,
): SlackMessage {
  const { say } = parts;
  const text = say('way.mine.notify');
  if (cases.length === 0) return { text, blocks: [section('mine', say('way.mine.none'))] };
  const listed = cases.map((each) => line(each, parts));
  const rest = more > 0 ? say('way.mine.more', { count: String(more) }) : '';
  return {
    text,
    blocks: [section('mine', lines([say('way.mine.head'), ...listed, rest]))],
  };
}
