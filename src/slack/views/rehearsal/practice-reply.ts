import type { KnownBlock } from '@slack/types';
import type { Feedback } from '../../../pipeline/rehearsal/feedback.ts';
import type { PracticeMessage, Wording } from '../../../pipeline/rehearsal/practice-message.ts';
import type { Summary } from '../../../pipeline/rehearsal/summary.ts';
import { actions, context, header, type SlackMessage, section } from '../blocks.ts';
import { bold, bullet, lines, plain } from '../markup.ts';
import { quote } from '../quote.ts';
import { fixedSafety } from '../safety-reply.ts';
import type { ViewParts } from '../view-parts.ts';

const SENTENCE = 320;
const QUOTE = 220;
const WORDS = 700;

/** The button that ends a rehearsal. */
export const STOP_REHEARSAL = 'rehearse-stop';

/** What a rehearsal says that it is, under every message, and the way out. */
function foot(parts: ViewParts, open: boolean): KnownBlock[] {
  const { say } = parts;
  const stop = { text: say('button.rehearse.stop'), does: STOP_REHEARSAL, value: 'stop' };
  return [
    context('practice', [say('rehearsal.practice')]),
    ...(open ? [actions('rehearse-buttons', [stop])] : []),
  ];
}

const client = (heading: string, words: string, { say }: ViewParts) =>
  section('client', lines([bold(say(heading)), `> ${quote(words, WORDS)}`]));

function feedbackBlocks({ worked, next }: Feedback, { say }: ViewParts): KnownBlock[] {
  const helped =
    worked === null
      ? say('rehearsal.worked.none')
      : say('rehearsal.worked.quote', {
          quote: quote(worked.quote, QUOTE),
          said: plain(worked.said, SENTENCE),
        });
  const tried =
    next === null
      ? say('rehearsal.try.pause')
      : `${plain(next.try, SENTENCE)} ${plain(next.why, SENTENCE)}`;
  return [
    section('worked', lines([bold(say('rehearsal.worked')), helped])),
    section('try', lines([bold(say('rehearsal.try')), tried])),
  ];
}

function wordingBlocks(wording: Wording | null, { say }: ViewParts): KnownBlock[] {
  if (wording === null) return [];
  const written = wording.source === 'model' ? say('rehearsal.wording.model') : '';
  return [
    section(
      'wording',
      lines([
        bold(say('rehearsal.wording')),
        quote(wording.text, WORDS),
        plain(wording.why, SENTENCE),
      ]),
    ),
    ...(written === '' ? [] : [context('wording-source', [written])]),
  ];
}

function summaryBlocks(summary: Summary | null, { say }: ViewParts): KnownBlock[] {
  if (summary === null) return [];
  const kept = summary.keep && say('rehearsal.summary.keep', { quote: quote(summary.keep, QUOTE) });
  const next = summary.try && say('rehearsal.summary.try', { text: plain(summary.try, SENTENCE) });
  return [
    section(
      'summary',
      lines([
        bold(say('rehearsal.summary')),
        ...summary.worked.map((text) => bullet(plain(text, SENTENCE))),
        kept ?? '',
        next ?? '',
      ]),
    ),
  ];
}

function ended(why: string, summary: Summary | null, parts: ViewParts): KnownBlock[] {
  return [
    ...summaryBlocks(summary, parts),
    section('ended', parts.say(`rehearsal.ended.${why}`)),
    ...foot(parts, false),
  ];
}

function blocksOf(message: PracticeMessage, parts: ViewParts): KnownBlock[] {
  const { say } = parts;
  switch (message.kind) {
    case 'opening':
      return [
        header('title', say('rehearsal.title')),
        section('how', lines([say('rehearsal.opening'), say('rehearsal.opening.how')])),
        client('rehearsal.client.first', message.client, parts),
        ...foot(parts, true),
      ];
    case 'reply':
      return [
        ...feedbackBlocks(message.feedback, parts),
        ...wordingBlocks(message.wording, parts),
        client('rehearsal.client.next', message.client, parts),
        ...(message.summary === null
          ? foot(parts, true)
          : ended('finished', message.summary, parts)),
      ];
    case 'again':
      return [client('rehearsal.client.same', message.client, parts), ...foot(parts, true)];
    case 'hint':
      return [
        section('hint', say(message.wording ? 'rehearsal.hint' : 'rehearsal.hint.none')),
        ...wordingBlocks(message.wording, parts),
        client('rehearsal.client.first', message.client, parts),
        ...foot(parts, true),
      ];
    case 'ended':
      return ended(message.why, message.summary, parts);
    case 'unreadable':
      return [
        section('unreadable', say(`rehearsal.unreadable.${message.why}`)),
        ...foot(parts, true),
      ];
    case 'safety':
      return [
        ...fixedSafety(message.safety, parts).blocks,
        ...(message.ends
          ? ended('safety', null, parts)
          : [section('asked', say('rehearsal.asked')), ...foot(parts, true)]),
      ];
  }
}

/** The message of ours for one step of a rehearsal. The notification carries nothing of what was said. */
export function practiceReply(message: PracticeMessage, parts: ViewParts): SlackMessage {
  const text =
    message.kind === 'safety'
      ? parts.say('reply.preview.safety')
      : parts.say(message.kind === 'opening' ? 'rehearsal.notify' : 'rehearsal.notify.reply');
  return { text, blocks: blocksOf(message, parts) };
}
