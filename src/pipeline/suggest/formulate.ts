import type { Family, Knowledge, Label } from '../../knowledge/knowledge.ts';
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
/** About the therapist alone, though they stand among causes. */
const OURS: readonly string[] = ['cau-mismatch-blind-spot', 'cau-competence-gap'];
/** Something the therapist did: the sentence tells our part, its sense the client's good reasons. */
const OUR_DOING: readonly string[] = [
  'trg-empathic-failure',
  'trg-self-disclosure',
  'trg-physical-contact',
];
/** The hour was changed from the therapist's side. */
const HOUR_OURS: readonly string[] = ['trg-therapist-time', 'trg-interruption'];
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

type Say = (key: string) => string;
type Found = { readonly label: Label; readonly marker: Marker };

/** A quote without loose marks at its ends, cut at a word when it is long; what stays is verbatim. */
function clip(quote: string): string {
  const bare = unpaired(quote.replace(/^[\s,;:•–-]{1,8}/, '').replace(/[\s.,;:]{1,8}$/, ''));
  if (bare.length <= LONGEST_QUOTE) return bare;
  const cut = bare.slice(0, LONGEST_QUOTE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_QUOTE / 2)).trimEnd()}…`;
}

/** Without the one quotation mark that has no partner, when it stands at an end. */
function unpaired(quote: string): string {
  if (((quote.match(/["“”]/g) ?? []).length & 1) === 0) return quote;
  return /["“”]$/.test(quote) ? quote.slice(0, -1) : quote.replace(/^["“”]/, '');
}

function momentOf(found: readonly Found[], say: Say): string {
  const quotes = found.flatMap(({ marker }) => marker.evidence.slice(0, 1).map(clip));
  const [first, second] = [...new Set(quotes)];
  if (first === undefined) return found[0]?.label.shown.sentence ?? '';
  const both = second !== undefined && first.length + second.length < LONGEST_QUOTE;
  return both
    ? say('formulation.moment.two')
        .replace('{first}', () => first)
        .replace('{second}', () => second)
    : say('formulation.moment.one').replace('{first}', () => first);
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

function sidesOf(client: Found | undefined, ours: readonly string[], say: Say): string {
  const theirs = client?.label.shown.sense ?? say('formulation.sides.unknown-client');
  return `${theirs} ${balanced(ours, theirs)}`;
}

/** What can be said of the therapist's part, best first. */
function ourSide(found: readonly Found[], say: Say): readonly string[] {
  const own =
    found.find(({ label }) => label.family === 'therapist-side') ??
    found.find(({ label }) => OURS.includes(label.id));
  if (own) {
    const [told] = halves(own.label.shown.sentence);
    return [`${told} ${own.label.shown.sense}`, own.label.shown.sense, told];
  }
  const done = found.find(({ label }) => OUR_DOING.includes(label.id));
  if (done) return [halves(done.label.shown.sentence)[0], done.label.shown.sentence];
  const hour = found.some(({ label }) => HOUR_OURS.includes(label.id));
  return [say(hour ? 'formulation.sides.hour-ours' : 'formulation.sides.unknown-therapist')];
}

/** 'You describe …, and it may be that …' in its two halves: what is told, and the guess. */
function halves(sentence: string): readonly [told: string, guess: string] {
  const [told = sentence, guess] = sentence.split(HINGE);
  return guess === undefined ? [sentence, sentence] : [`${told}.`, guess];
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A date in words, in universal time: '22 November 2025'. */
function inWords(now: Date): string {
  return `${now.getUTCDate()} ${MONTHS[now.getUTCMonth()]} ${now.getUTCFullYear()}`;
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
    const theirs = found.filter(({ label }) => !OURS.includes(label.id));
    const client = CLIENT.flatMap((family) =>
      theirs.filter(({ label }) => label.family === family),
    )[0];
    const around = theirs.find(
      ({ label }) =>
        (AROUND.includes(label.family) && !OUR_DOING.includes(label.id)) ||
        AROUND_IDS.includes(label.id),
    );
    const [, guess] = halves(leading.label.shown.sentence);
    const [told] = halves(around?.label.shown.sentence ?? '');
    const frame = around === leading ? told : around?.label.shown.sentence;
    return {
      moment: momentOf(found, say),
      sides: sidesOf(client, ourSide(found, say), say),
      frame: frame ?? say('formulation.frame.unknown'),
      workingGuess: say('formulation.guess.dated')
        .replace('{date}', inWords(now))
        .replace('{guess}', () => guess),
      wouldChangeOurMind: say(
        direction === 'none'
          ? `formulation.change.${leading.label.family}`
          : `formulation.change.${direction}`,
      ),
    };
  };
}
