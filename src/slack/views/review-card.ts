import type { KnownBlock } from '@slack/types';
import type { Assessment, Phrase } from '../../pipeline/outcome.ts';
import { phraseMark, phrasesMark } from '../../pipeline/review/phrase-mark.ts';
import type { Review, ReviewDeed } from '../../pipeline/review/review.ts';
import { actions, context, header, type SlackMessage, section } from './blocks.ts';
import { consultationSection } from './consultation-section.ts';
import { bold, bullet, lines, plain } from './markup.ts';
import { quote } from './quote.ts';
import { readingSection } from './reading-section.ts';
import { decisionWords } from './review-decision.ts';
import { REVIEW_ACTIONS, reviewValue } from './review-ids.ts';
import { timeWords } from './time-words.ts';
import type { ViewParts } from './view-parts.ts';

/** A reading that a supervisor looks at. */
export interface ReviewCard {
  readonly review: Review;
  readonly assessment: Assessment;
  /** Address of the thread, when Slack gave one. */
  readonly link: string | null;
}

const PHRASE = 500;
const LINE = 200;
const MOST_DECISIONS = 3;

function phraseBlocks(phrase: Phrase, index: number, card: ReviewCard, parts: ViewParts) {
  const { say, knowledge } = parts;
  const { review } = card;
  const mark = phraseMark(phrase);
  const instead = review.instead.findLast((each) => each.mark === mark);
  const behind = knowledge.principles.filter(({ id }) => phrase.principles.includes(id));
  const about = [
    say(`slack.words.${phrase.source}`),
    phrase.fits === '' ? '' : say('reply.phrase.fits', { fits: plain(phrase.fits, LINE) }),
    behind.length === 0
      ? ''
      : say('reply.principles', {
          principles: behind.map(({ statement }) => plain(statement, 90)).join(' · '),
        }),
  ];
  const words = lines([
    `*${quote(phrase.text, PHRASE)}*`,
    instead === undefined ? '' : say('review.instead', { words: quote(instead.text, PHRASE) }),
    review.barred.includes(mark) ? say('review.barred') : '',
  ]);
  return [
    section(`phrase-${index + 1}`, words),
    context(`phrase-${index + 1}-about`, [lines(about)]),
  ];
}

function phrasesBlocks(card: ReviewCard, parts: ViewParts): KnownBlock[] {
  const { say } = parts;
  const { phrases, withheld } = card.assessment.suggestions;
  const head = bold(say('reply.heading.phrases'));
  if (phrases.length === 0) {
    return [section('phrases', lines([head, plain(withheld ?? say('review.no-phrases'), 400)]))];
  }
  return [
    section('phrases', head),
    ...phrases.slice(0, 3).flatMap((phrase, index) => phraseBlocks(phrase, index, card, parts)),
  ];
}

/** Buttons that make sense now: nothing is approved where there are no phrases, or all are through. */
function deedsOf({ review, assessment }: ReviewCard): ReviewDeed[] {
  const marks = assessment.suggestions.phrases.map(phraseMark);
  const through = marks.every((mark) => review.released.includes(mark));
  const approve = marks.length > 0 && (!through || review.state === 'waiting');
  return [
    ...(approve ? (['approve'] as const) : []),
    ...(marks.length > 0 ? (['reword', 'flag'] as const) : (['flag'] as const)),
    'take-over',
    'ask-back',
  ];
}

function headLine({ review, link }: ReviewCard, parts: ViewParts): string {
  const { say } = parts;
  const waits = review.state === 'waiting';
  return lines([
    say(`review.asked.${review.asked}`, { who: `<@${review.author}>` }),
    say(waits ? 'review.waiting' : `review.card.${review.state}`, {
      since: timeWords(review.since, parts),
      who: `<@${review.decisions.at(-1)?.by ?? review.author}>`,
    }),
    link === null ? '' : say('review.link', { link: `<${link}|${say('review.link.name')}>` }),
  ]);
}

/**
 * The review card in the supervision channel: who asks and since when, the reading with the words it
 * rests on, the sentences and what they rest on, what was decided, and the supervisors' buttons. It
 * never shows a message of the case, only what the reading quotes of it.
 */
export function reviewCard(card: ReviewCard, parts: ViewParts): SlackMessage {
  const { say } = parts;
  const { review, assessment } = card;
  const { caseId } = review;
  const value = reviewValue({ caseId, about: phrasesMark(assessment.suggestions.phrases) });
  const clear = assessment.safety.status === 'clear';
  const decided = review.decisions.slice(-MOST_DECISIONS);
  return {
    text: say(review.state === 'waiting' ? 'review.notify' : 'review.notify.decided'),
    blocks: [
      header('review', say('review.title')),
      section('review-head', headLine(card, parts)),
      ...(clear ? [] : [section('review-safety', bold(say('review.safety')))]),
      ...readingSection(assessment.reading, parts),
      ...(clear ? phrasesBlocks(card, parts) : []),
      ...consultationSection(assessment.suggestions.consultation, parts),
      ...(decided.length === 0
        ? []
        : [
            section(
              'decided',
              lines([
                bold(say('review.decided')),
                ...decided.map((each) => bullet(decisionWords(each, parts))),
              ]),
            ),
          ]),
      actions(
        'review-buttons',
        deedsOf(card).map((deed) => ({
          ...{ text: say(`button.review.${deed}`), does: REVIEW_ACTIONS[deed], value },
          primary: deed === 'approve',
        })),
      ),
      context('review-foot', [`${say('review.foot')} ${say('reply.footer')}`]),
    ],
  };
}

/** What is left of a card when its case is gone. */
export function withdrawnCard({ say }: Pick<ViewParts, 'say'>): SlackMessage {
  const text = say('review.withdrawn');
  return { text, blocks: [section('withdrawn', text)] };
}
