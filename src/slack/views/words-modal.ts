import type { KnownBlock, ModalView } from '@slack/types';
import type { Assessment, Phrase } from '../../pipeline/outcome.ts';
import { context, header, section } from './blocks.ts';
import { phraseInLens } from './lens-section.ts';
import { bullet, lines, plain } from './markup.ts';
import { modal } from './modal.ts';
import { forYouSection, innerCheckSection } from './phrases-section.ts';
import { quote } from './quote.ts';
import type { ViewParts } from './view-parts.ts';

const LINE = 240;

function aboutPhrase(phrase: Phrase, lens: Assessment['lens'], parts: ViewParts): string {
  const { say, knowledge } = parts;
  const signs = (from: number) =>
    phrase.watchFor
      .slice(from, from + 2)
      .map((sign) => plain(sign, LINE))
      .join(' ');
  const behind = knowledge.principles.filter(({ id }) => phrase.principles.includes(id));
  return lines([
    phrase.why === '' ? '' : say('reply.why-this', { why: plain(phrase.why, LINE) }),
    phraseInLens(phrase, lens, parts),
    say('reply.phrase.fits', { fits: plain(phrase.fits, LINE) }),
    say('reply.phrase.care', { care: plain(phrase.care, LINE) }),
    say('reply.phrase.closer', { signs: signs(0) }),
    say('reply.phrase.further', { signs: signs(2) }),
    say('reply.phrase.flat', { text: plain(phrase.ifItFallsFlat, LINE) }),
    ...(behind.length > 0 ? [say('reply.principles', { principles: '' }).trim()] : []),
    ...behind.slice(0, 6).map(({ statement }) => bullet(plain(statement, 120))),
  ]);
}

function phraseBlocks(
  phrase: Phrase,
  index: number,
  lens: Assessment['lens'],
  parts: ViewParts,
): KnownBlock[] {
  const { say, knowledge } = parts;
  const { name } =
    knowledge.interventions.find(({ id }) => id === phrase.intervention)?.shown ?? {};
  return [
    header(`name-${index}`, name ?? say('reply.heading.phrases')),
    section(`words-${index}`, quote(phrase.text, 900)),
    section(`about-${index}`, aboutPhrase(phrase, lens, parts)),
    context(`source-${index}`, [
      say(`reply.phrase.${phrase.timing}`),
      say(`slack.words.${phrase.source}`),
      phrase.provisional ? say('reply.provisional') : '',
    ]),
  ];
}

/** The phrasings in full: why, when they fit, care, signs to watch for, what if they fall flat. */
export function wordsModal(
  { suggestions, lens }: Pick<Assessment, 'suggestions' | 'lens'>,
  parts: ViewParts,
): ModalView {
  const { phrases } = suggestions;
  const withheld = suggestions.withheld?.trim() ?? '';
  return modal(
    'slack.words.title',
    [
      ...forYouSection(suggestions, parts),
      ...innerCheckSection(suggestions, parts),
      ...(withheld === '' ? [] : [section('withheld', plain(withheld, 600))]),
      ...phrases.flatMap((phrase, index) => phraseBlocks(phrase, index, lens, parts)),
      ...(phrases.length === 0 && withheld === ''
        ? [section('none', parts.say('withheld.nothing-certain'))]
        : []),
    ],
    parts,
  );
}
