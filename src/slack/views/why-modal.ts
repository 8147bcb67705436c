import type { KnownBlock, ModalView } from '@slack/types';
import type { Assessment, Marker } from '../../pipeline/outcome.ts';
import { context, header, section } from './blocks.ts';
import { versionWords } from './footer.ts';
import { bullet, lines, plain } from './markup.ts';
import { modal } from './modal.ts';
import { quote } from './quote.ts';
import { markerLine } from './reading-section.ts';
import type { ViewParts } from './view-parts.ts';

const QUOTES = 4;
const CLAIMS = 40;

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

/**
 * 'Why?': every claim with its evidence, how sure we are, who found it and what it rests on, in
 * words; then the principles behind the sentences, and the versions. `at` in milliseconds.
 */
export function whyModal(assessment: Assessment, at: number, parts: ViewParts): ModalView {
  const { say } = parts;
  const { labels } = assessment.reading;
  const { versions } = assessment;
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
      ...labels.slice(0, CLAIMS).flatMap((marker, index) => claim(marker, index, parts)),
      ...behind,
      context('versions', [`${versionWords(versions, at, parts)} ${say('reply.footer')}`]),
      context('data', [plain(`${taxonomy} · ${library} · ${weights} · ${prompts}`, 200)]),
    ],
    parts,
  );
}
