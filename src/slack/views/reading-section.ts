import type { KnownBlock } from '@slack/types';
import type { Family } from '../../knowledge/knowledge.ts';
import type { Marker, Reading } from '../../pipeline/outcome.ts';
import { section } from './blocks.ts';
import { bold, bullet, lines, plain } from './markup.ts';
import { quote } from './quote.ts';
import { sureWords } from './sure-words.ts';
import type { ViewParts } from './view-parts.ts';

const QUOTE = 120;
const SEEN = 100;

/** Parts of the reading in the order they are shown: heading, families, most lines. */
const PARTS: readonly (readonly [string, readonly Family[], number])[] = [
  ['slack.you-describe', ['withdrawal', 'confrontation', 'mixed'], 4],
  ['family.impasse-type', ['impasse-type'], 2],
  ['family.impasse-course', ['impasse-course'], 1],
  ['family.trigger', ['trigger'], 2],
  ['family.cause', ['cause'], 2],
  ['family.therapist-side', ['therapist-side'], 2],
];

/** One claim with its evidence, how sure we are and who found it. */
export function markerLine(marker: Marker, { say, knowledge }: ViewParts): string {
  const [words] = marker.evidence;
  const seen = plain(knowledge.label(marker.id).shown.seen, SEEN);
  const own = marker.source === 'clinician';
  return bullet(
    [
      words === undefined ? seen : `${seen} — ${quote(words, QUOTE)}`,
      ...(own ? [] : [sureWords(marker.confidence, say)]),
      say(`source.${marker.source}`),
      ...(marker.contested ? [say('contested')] : []),
    ].join(' · '),
  );
}

/** The reading: direction in words, then what was seen, each with the clinician's own words. */
export function readingSection(reading: Reading, parts: ViewParts): KnownBlock[] {
  const { say, knowledge } = parts;
  const family = (id: string) => knowledge.label(id).family;
  const head = lines([
    bold(say('reply.heading.reading')),
    say(`direction.sentence.${reading.direction}`),
    reading.enoughInfo ? '' : say('reply.too-little'),
  ]);
  const bodies = PARTS.flatMap(([heading, families, most]) => {
    const markers = reading.labels
      .filter(({ id }) => families.includes(family(id)))
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, most);
    if (markers.length === 0) return [];
    return [lines([bold(say(heading)), ...markers.map((marker) => markerLine(marker, parts))])];
  });
  return [
    section('reading', head),
    ...bodies.map((body, index) => section(`reading-${index + 1}`, body)),
  ];
}
