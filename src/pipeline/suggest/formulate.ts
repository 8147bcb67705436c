import type { Family, Knowledge, Label } from '../../knowledge/knowledge.ts';
import type { SafeText } from '../message.ts';
import type { Direction, Formulation, Marker } from '../outcome.ts';
import type { Facts } from './facts.ts';

const CLIENT: readonly Family[] = [
  'confrontation',
  'withdrawal',
  'mixed',
  'cause',
  'impasse-course',
  'impasse-type',
  'trigger',
];
const AROUND: readonly Family[] = ['trigger'];
const AROUND_IDS: readonly string[] = [
  'cau-third-party',
  'cau-power-inequity',
  'cau-cultural-disconnect',
  'cau-low-buy-in',
  'cf-complaint-parameters',
];
const GUESS: readonly Family[] = [
  'cause',
  'impasse-course',
  'mixed',
  'confrontation',
  'withdrawal',
  'trigger',
  'impasse-type',
  'therapist-side',
];
const LONGEST_QUOTE = 180;
/** Neither side of a formulation is longer than twice the other (clinical section 6). */
const SYMMETRY = 2;
const HINGE = /, and (?=(?:it may|it might|they may|feelings like these|as a guess))/;

type Found = { readonly label: Label; readonly marker: Marker };

/** Long quotes are cut at a word; what stays is verbatim. */
function clip(quote: string): string {
  if (quote.length <= LONGEST_QUOTE) return quote;
  const cut = quote.slice(0, LONGEST_QUOTE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_QUOTE / 2)).trimEnd()}…`;
}

function momentOf(found: readonly Found[], say: (key: string) => string): string {
  const quotes = found.flatMap(({ marker }) => marker.evidence.slice(0, 1));
  const [first, second] = [...new Set<SafeText>(quotes)];
  if (first === undefined) return found[0]?.label.shown.sentence ?? '';
  const both = second !== undefined && first.length + second.length < LONGEST_QUOTE;
  return both
    ? say('formulation.moment.two')
        .replace('{first}', clip(first))
        .replace('{second}', clip(second))
    : say('formulation.moment.one').replace('{first}', clip(first));
}

/** The sentence whose length is closest to `other`, within the symmetry rule when one is. */
function balanced(options: readonly string[], other: string): string {
  const ratio = (text: string) =>
    Math.max(text.length, other.length) / Math.max(1, Math.min(text.length, other.length));
  return (
    options.find((text) => ratio(text) <= SYMMETRY) ??
    [...options].sort((a, b) => ratio(a) - ratio(b))[0] ??
    ''
  );
}

function sidesOf(
  client: Found | undefined,
  therapist: Found | undefined,
  say: (key: string) => string,
): string {
  const theirs = client?.label.shown.sense ?? say('formulation.sides.unknown-client');
  const known = therapist ? [therapist.label.shown.sentence, therapist.label.shown.sense] : [];
  const ours = therapist ? known : [say('formulation.sides.unknown-therapist')];
  return `${theirs} ${balanced(ours, theirs)}`;
}

/** 'You describe …, and it may be that …' without its first half. */
function guessIn(sentence: string): string {
  const guess = sentence.split(HINGE)[1];
  return guess === undefined ? sentence : guess;
}

/** A date in words, in universal time: '22 November 2025'. */
function inWords(now: Date): string {
  return now.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/**
 * Builds the two-person formulation from what the labels show and the clinician's own words: the
 * moment, what each may protect, what is around it, a dated guess, and what would change our mind.
 * Null while nothing is asserted or tapped.
 */
export function createFormulate(knowledge: Pick<Knowledge, 'label' | 'words'>) {
  const say = (key: string) => knowledge.words[key] ?? key;

  return (facts: Facts, direction: Direction, now: Date): Formulation | null => {
    const found = facts.labels.map((marker) => ({ marker, label: knowledge.label(marker.id) }));
    const of = (families: readonly Family[]) =>
      families.flatMap((family) => found.filter(({ label }) => label.family === family))[0];
    const leading = of(GUESS);
    if (leading === undefined) return null;
    const therapist = of(['therapist-side']);
    const around = of(AROUND) ?? found.find(({ label }) => AROUND_IDS.includes(label.id));
    const guess = guessIn(leading.label.shown.sentence);
    return {
      moment: momentOf(found, say),
      sides: sidesOf(of(CLIENT), therapist, say),
      frame: around?.label.shown.sentence ?? say('formulation.frame.unknown'),
      workingGuess: say('formulation.guess.dated')
        .replace('{date}', inWords(now))
        .replace('{guess}', guess),
      wouldChangeOurMind: say(
        direction === 'none'
          ? `formulation.change.${leading.label.family}`
          : `formulation.change.${direction}`,
      ),
    };
  };
}
