import type { KnownBlock } from '@slack/types';
import type { Phrase, Suggestions } from '../../pipeline/outcome.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { actId, type Does } from './act-id.ts';
import { actions, context, section } from './blocks.ts';
import { bold, bullet, lines, plain } from './markup.ts';
import { quote } from './quote.ts';
import { rehearseButton } from './rehearsal/rehearse-button.ts';
import type { ViewParts } from './view-parts.ts';

const PHRASE = 360;
const LINE = 140;
const MOST = 3;
const WISHES: readonly Does[] = ['softer', 'shorter', 'another', 'all-words'];

/** What is said about a phrasing in the thread; signs to watch for and the rest open with 'In full'. */
function aboutPhrase(phrase: Phrase, { say }: ViewParts): string {
  const line = (key: string, slot: string, text: string) =>
    text === '' ? '' : say(key, { [slot]: plain(text, LINE) });
  return lines([
    line('reply.phrase.fits', 'fits', phrase.fits),
    line('reply.phrase.flat', 'text', phrase.ifItFallsFlat),
  ]);
}

/** One phrasing, set off from the small print about it; what holds for the next one too is said there. */
function phraseBlocks(phrases: readonly Phrase[], parts: ViewParts): KnownBlock[] {
  return phrases.flatMap((phrase, index) => {
    const about = aboutPhrase(phrase, parts);
    const next = phrases[index + 1];
    const shared = next !== undefined && aboutPhrase(next, parts) === about;
    const words = section(`phrase-${index + 1}`, `*${quote(phrase.text, PHRASE)}*`);
    return shared || about === ''
      ? [words]
      : [words, context(`phrase-${index + 1}-about`, [about])];
  });
}

/** 'Before you speak': one thing to notice in oneself; nothing when there is none. */
export function innerCheckSection(suggestions: Suggestions, { say }: ViewParts): KnownBlock[] {
  const { innerCheck } = suggestions;
  if (innerCheck === null) return [];
  return [
    section('inner-check', lines([bold(say('reply.heading.before')), plain(innerCheck, 400)])),
  ];
}

/** A word for the clinician themselves: after a loss, or when small exceptions add up. */
export function forYouSection(suggestions: Suggestions, { say }: ViewParts): KnownBlock[] {
  const [first, ...more] = suggestions.forYou;
  if (first === undefined) return [];
  const rest = more.slice(0, MOST).map((text) => bullet(plain(text, 240)));
  return [
    section('for-you', lines([bold(say('reply.heading.for-you')), plain(first, 400), ...rest])),
  ];
}

/** 'You might say' and why, or why no words are offered now. */
export function phrasesSection(
  suggestions: Suggestions,
  kase: CaseThread,
  parts: ViewParts,
): KnownBlock[] {
  const { say } = parts;
  const phrases = suggestions.phrases.slice(0, MOST);
  const { withheld, why } = suggestions;
  if (phrases.length === 0 && withheld === null) return [];
  const head = lines([
    bold(say('reply.heading.phrases')),
    withheld === null ? '' : plain(withheld, 400),
    phrases.length === 0 || why === null ? '' : say('reply.why', { why: plain(why, 240) }),
    phrases.some(({ provisional }) => provisional) ? say('reply.provisional') : '',
  ]);
  const wishes = WISHES.map((does) => ({
    ...{ text: say(`button.${does}`), does: actId(does), value: kase.id },
  }));
  wishes.splice(-1, 0, rehearseButton(kase.id, parts));
  return [
    section('phrases', head),
    ...phraseBlocks(phrases, parts),
    ...(phrases.length > 0 ? [actions('wishes', wishes)] : []),
  ];
}
