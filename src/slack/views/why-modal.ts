import type { KnownBlock, ModalView } from '@slack/types';
import type { Assessment, Marker, Suggestions } from '../../pipeline/outcome.ts';
import { actId } from './act-id.ts';
import { actions, context, header, section } from './blocks.ts';
import { versionWords } from './footer.ts';
import { bold, bullet, lines, plain } from './markup.ts';
import { modal } from './modal.ts';
import { quote } from './quote.ts';
import { markerLine } from './reading-section.ts';
import type { ViewParts } from './view-parts.ts';

const QUOTES = 4;
const CLAIMS = 40;
const MOST_CAUTIONS = 5;

function claim(marker: Marker, index: number, parts: ViewParts): KnownBlock[] {
  const { say, knowledge } = parts;
  const { shown, flag } = knowledge.label(marker.id);
  const quotes = marker.evidence.slice(0, QUOTES).map((words) => bullet(quote(words, 240)));
  return [
    section(
      `claim-${index}`,
      lines([
        markerLine(marker, parts),
        plain(shown.sentence, 400),
        plain(shown.sense, 400),
        say(quotes.length > 0 ? 'slack.why.words' : 'slack.why.no-words'),
        ...quotes,
      ]),
    ),
    context(`basis-${index}`, [
      [say(`whose.${marker.whose}`), say(`slack.why.basis.${flag}`)].join(' · '),
    ]),
  ];
}

/** Principles behind the words shown, each once. */
function principlesOf(assessment: Assessment, { knowledge }: ViewParts): string[] {
  const used = new Set(assessment.suggestions.phrases.flatMap((phrase) => phrase.principles));
  return knowledge.principles
    .filter(({ id }) => used.has(id))
    .map(({ statement }) => bullet(plain(statement, 120)));
}

/** How the sentences were chosen: the way of answering, why each, and what is held back. */
function choiceBlocks(
  { phrases, strategy, why, cautions }: Suggestions,
  { say, knowledge }: ViewParts,
): KnownBlock[] {
  const way = knowledge.strategies.find(({ id }) => id === strategy)?.shown;
  const nameOf = (id: string) =>
    knowledge.interventions.find((each) => each.id === id)?.shown.name ?? '';
  const each = phrases
    .filter((phrase) => phrase.why !== '')
    .map((phrase) =>
      bullet(`${plain(nameOf(phrase.intervention), 80)} — ${plain(phrase.why, 240)}`),
    );
  const held = cautions
    .filter((text) => text !== why)
    .slice(0, MOST_CAUTIONS)
    .map((text) => bullet(plain(text, 240)));
  if (why === null && held.length === 0) return [];
  return [
    header('choice', say('slack.why.choice')),
    section(
      'strategy',
      lines([
        way ? say('reply.strategy', { name: way.name, sense: way.sense }) : '',
        why === null ? '' : say('reply.why', { why: plain(why, 240) }),
        ...each,
      ]),
    ),
    ...(held.length > 0
      ? [section('held-back', lines([bold(say('reply.held-back')), ...held]))]
      : []),
  ];
}

/** Where the author can say that it is something else; nothing when the case is not named. */
function correctButton(place: string | null, { say }: ViewParts): KnownBlock[] {
  if (place === null) return [];
  const text = say('button.correct-reading');
  const says = say('button.correct-reading.says');
  return [actions('correct', [{ text, does: actId('correct-reading'), value: place, says }])];
}

/**
 * 'Why?': every claim with its evidence, how sure we are, who found it and what it rests on, in
 * words; then how the sentences were chosen, the principles behind the sentences, and the versions. `at` in milliseconds; `place` names the thread and the case for its author to correct.
 */
export function whyModal(
  assessment: Assessment,
  at: number,
  parts: ViewParts,
  place: string | null = null,
): ModalView {
  const { say } = parts;
  const { labels } = assessment.reading;
  const { versions, suggestions } = assessment;
  const { taxonomy, library, weights, prompts } = versions;
  const principles = principlesOf(assessment, parts);
  const behind =
    principles.length > 0
      ? [header('behind', say('slack.why.principles')), section('principles', lines(principles))]
      : [];
  return modal(
    'reply.heading.why',
    [
      section('intro', say(labels.length > 0 ? 'slack.why.intro' : 'reply.none-seen')),
      ...correctButton(place, parts),
      ...labels.slice(0, CLAIMS).flatMap((marker, index) => claim(marker, index, parts)),
      ...choiceBlocks(suggestions, parts),
      ...behind,
      context('versions', [`${versionWords(versions, at, parts)} ${say('reply.footer')}`]),
      context('data', [plain(`${taxonomy} · ${library} · ${weights} · ${prompts}`, 200)]),
    ],
    parts,
  );
}
