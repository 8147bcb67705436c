import type { KnownBlock } from '@slack/types';
import type { LensWords } from '../../knowledge/choice-knowledge.ts';
import { type LensReading, tellInLens, wayInLens } from '../../pipeline/lens/tell-in-lens.ts';
import type { Assessment, Phrase } from '../../pipeline/outcome.ts';
import { context, section } from './blocks.ts';
import { bold, bullet, lines, plain } from './markup.ts';
import type { ViewParts } from './view-parts.ts';

const SENTENCE = 260;

type Told = Pick<Assessment, 'lens' | 'reading'>;

const chosen = ({ lens }: Pick<Assessment, 'lens'>, { knowledge }: ViewParts): LensWords | null =>
  knowledge.lenses.find(({ id }) => id === lens) ?? null;

function toldIn(assessment: Told, parts: ViewParts): LensReading | null {
  const lens = chosen(assessment, parts);
  const { reading } = assessment;
  if (lens === null || reading.labels.length === 0) return null;
  return tellInLens(lens, reading, parts.knowledge.label);
}

/** The reading in the words of the chosen school, in two sentences; nothing without one. */
export function lensSection(assessment: Told, parts: ViewParts): KnownBlock[] {
  const told = toldIn(assessment, parts);
  if (told === null) return [];
  const [first] = told.lines;
  return [
    section(
      'lens',
      lines([
        bold(parts.say('lens.heading', { name: told.name })),
        plain(told.direction, SENTENCE),
        first === undefined ? '' : plain(first.text, SENTENCE),
      ]),
    ),
  ];
}

/** The same in full: what the school attends to, where it points, and each label it has words for. */
export function lensInFull(assessment: Told, parts: ViewParts): KnownBlock[] {
  const told = toldIn(assessment, parts);
  if (told === null) return [];
  const each = told.lines.map(({ id, text }) =>
    bullet(`${plain(parts.knowledge.label(id).shown.seen, 100)} — ${plain(text, SENTENCE)}`),
  );
  return [
    section(
      'lens',
      lines([
        bold(parts.say('lens.heading', { name: told.name })),
        plain(told.line, SENTENCE),
        plain(told.direction, SENTENCE),
        ...each,
      ]),
    ),
    context('lens-note', [parts.say('lens.note')]),
  ];
}

/** What a phrasing is in the words of the chosen school, or empty. */
export function phraseInLens(
  phrase: Pick<Phrase, 'intervention'>,
  lens: Assessment['lens'],
  parts: ViewParts,
): string {
  const words = chosen({ lens }, parts);
  const way = parts.knowledge.interventions.find(({ id }) => id === phrase.intervention);
  const text = words && way ? wayInLens(words, way) : null;
  if (words === null || text === null) return '';
  return parts.say('lens.way', { name: words.name, text: plain(text, SENTENCE) });
}
