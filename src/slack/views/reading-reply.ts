import type { KnownBlock } from '@slack/types';
import type { Formulation, Outcome } from '../../pipeline/outcome.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import type { Does } from './act-id.ts';
import { context, type SlackMessage, section } from './blocks.ts';
import { consultationSection, rungButton } from './consultation-section.ts';
import { correctedSection } from './corrected-section.ts';
import { dateWords } from './date-words.ts';
import { followUpSection } from './follow-up-section.ts';
import { footer } from './footer.ts';
import { lensSection } from './lens-section.ts';
import { bold, bullet, lines, plain } from './markup.ts';
import { forYouSection, innerCheckSection, phrasesSection } from './phrases-section.ts';
import { planSection } from './plan-section.ts';
import { questionsSection } from './questions-section.ts';
import { readingSection } from './reading-section.ts';
import { reviewSection } from './review-section.ts';
import { safetyLine } from './safety-line.ts';
import { sideBySideSection } from './side-by-side-section.ts';
import { stageSection } from './stage-section.ts';
import { tapSection } from './tap-section.ts';
import type { ViewParts } from './view-parts.ts';

type ReadingOutcome = Extract<Outcome, { kind: 'reading' }>;

const MOST_CHANGES = 4;

function changedSection(changed: readonly string[], { say }: ViewParts): KnownBlock[] {
  if (changed.length === 0) return [];
  const moved = changed.slice(0, MOST_CHANGES).map((text) => bullet(plain(text, 220)));
  return [section('changed', lines([bold(say('reply.heading.changed')), ...moved]))];
}

function guessSection(
  formulation: Formulation | null,
  at: number,
  { say }: ViewParts,
): KnownBlock[] {
  if (formulation === null) return [];
  const text = plain(formulation.workingGuess, 400);
  const guess = say('formulation.guess', { date: dateWords(at), text });
  return [section('guess', lines([bold(say('reply.heading.sides')), guess]))];
}

/** True in the direct conversation, where answers are for the asker alone. */
const isDirectPlace = ({ channel }: CaseThread['key']) => channel.startsWith('D');

function buttonsOf(
  { formulation, suggestions }: ReadingOutcome['assessment'],
  { stage, key }: CaseThread,
): Does[] {
  return [
    'why',
    ...(stage ? (['where'] as const) : []),
    ...(formulation ? (['both-sides'] as const) : []),
    ...(suggestions.consultation.length > 0 ? (['all-options'] as const) : []),
    'helpful',
    'not-helpful',
    'as-read',
    ...(isDirectPlace(key) ? (['share'] as const) : []),
    'delete',
  ];
}

/**
 * The reply in the thread, top to bottom: what changed, where safety stands, the reading, the working
 * guess, words that could be said, whom to ask, the taps, questions, footer. Without words to offer the
 * taps come before the guess, as they are what helps then. The long parts open from buttons. The notification text carries nothing of the case.
 */
export function readingReply(
  { assessment, changed, review }: ReadingOutcome,
  kase: CaseThread,
  parts: ViewParts,
): SlackMessage {
  const { reading, formulation, suggestions, questions, safety, versions } = assessment;
  const taps = tapSection(kase, reading.candidates, parts);
  const wordsFirst = suggestions.phrases.length > 0;
  return {
    text: parts.say(changed.length > 0 ? 'slack.notify.revised' : 'reply.preview'),
    blocks: [
      ...changedSection(changed, parts),
      context('safety', [safetyLine(safety, kase, parts)]),
      ...readingSection(reading, parts),
      ...correctedSection(kase, parts),
      ...(wordsFirst ? [] : taps),
      ...guessSection(formulation, kase.lastAt, parts),
      ...sideBySideSection(assessment, kase, parts),
      ...lensSection(assessment, parts),
      ...forYouSection(suggestions, parts),
      ...innerCheckSection(suggestions, parts),
      ...phrasesSection(suggestions, kase, parts),
      ...consultationSection(suggestions.consultation, parts),
      ...rungButton(suggestions.consultation, kase, parts),
      ...reviewSection(review, parts),
      ...(wordsFirst ? taps : []),
      ...stageSection(kase.stage, parts),
      ...planSection(suggestions.consultation, kase, parts),
      ...questionsSection(questions, parts),
      ...followUpSection(kase, parts),
      ...footer(kase, versions, buttonsOf(assessment, kase), parts),
    ],
  };
}
