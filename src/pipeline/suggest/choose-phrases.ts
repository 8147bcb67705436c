import type { Intervention, Knowledge, LibraryPhrase } from '../../knowledge/knowledge.ts';
import type { Phrase } from '../outcome.ts';
import type { Held } from './contraindicate.ts';
import type { Facts } from './facts.ts';
import { fillMoment } from './moment-words.ts';
import { isMeant, type Manner, phrasesInOrder, voicesFor } from './pick-phrase.ts';
import { type Leanings, type Ranked, rankInterventions, stepOf } from './rank-interventions.ts';

/** What the choice needs to know of the turn. */
export interface Wanted extends Omit<Manner, 'soften'> {
  readonly text: string;
  readonly shown: readonly string[];
  readonly leanings: Leanings;
  /** Interventions that were tried without effect; they go last. */
  readonly failed: readonly string[];
  readonly provisional: boolean;
}

type Shelf = Pick<
  Knowledge,
  'interventions' | 'contraindications' | 'signals' | 'taxonomy' | 'words' | 'label'
>;
type Offer = Pick<Ranked, 'intervention' | 'reason'>;
type Passes = (phrase: string, context: readonly string[]) => boolean;

const MOST = 3;
const STRAINED = 'sg-therapist-strained';

/** Wishes for other words for the same thing. */
const REWORDED: readonly string[] = ['shorter', 'softer', 'plainer', 'warmer'];

/**
 * Interventions already used in the thread go last for `another` and first for another wording; what
 * was tried without effect goes last in any case. What is owed keeps its place.
 */
function byWish(ranked: readonly Ranked[], { shown, wish, failed }: Wanted): readonly Ranked[] {
  const last = ({ intervention }: Ranked) => failed.includes(intervention.id);
  const list = [...ranked.filter((item) => !last(item)), ...ranked.filter(last)];
  if (shown.length === 0 || !(wish === 'another' || REWORDED.includes(wish))) return list;
  const used = ({ intervention }: Ranked) => intervention.say.some(({ id }) => shown.includes(id));
  const [before, after] = [list.filter(used), list.filter((item) => !used(item))];
  return wish === 'another' ? [...after, ...before] : [...before, ...after];
}

/**
 * Builds the choice of at most three phrasings, one an intervention, none shown before, each passing
 * the guard. With a strained therapist the first is for the therapist alone and none is about the two.
 */
export function createChoice(knowledge: Shelf, passes: Passes) {
  const served = new Map(
    knowledge.interventions.map((item) => [item.id, servedBy(item, knowledge)]),
  );
  const forSelf = knowledge.interventions.filter(({ speaker }) => speaker === 'self');

  function placeOf(intervention: Intervention, facts: Facts): number {
    const list = served.get(intervention.id) ?? [];
    const leading = facts.labels.find(({ id }) => list.includes(id));
    return leading ? list.indexOf(leading.id) : 0;
  }

  const moment = knowledge.words['moment.default'] ?? '';

  /** The first phrasing of an intervention that is new to the thread and passes the guard. */
  function phraseOf(
    intervention: Intervention,
    facts: Facts,
    held: Held,
    wanted: Wanted,
  ): LibraryPhrase | null {
    const { text, shown, wish } = wanted;
    const voices = voicesFor({ ...wanted, soften: held.soften }, facts);
    const context = intervention.speaker === 'self' ? [] : facts.labels.map(({ id }) => id);
    const offered = phrasesInOrder(intervention, voices, facts, wish, placeOf(intervention, facts))
      .filter(({ id }) => !shown.includes(id))
      .map((phrase) => ({ ...phrase, text: fillMoment(phrase.text, text, moment) }));
    return offered.find((phrase) => passes(phrase.text, context)) ?? null;
  }

  /** What may be offered, best first; with a strained therapist the first card is for them alone. */
  function inOrder(facts: Facts, held: Held, wanted: Wanted): readonly Offer[] {
    const { leanings } = wanted;
    const ranked = rankInterventions(knowledge.interventions, leanings, facts, held);
    const inward = forSelf
      .filter((item) => item.for.some((id) => facts.weight(id) > 0))
      .map((intervention) => ({
        intervention,
        reason: stepOf(leanings.active, intervention) ?? '',
      }));
    if (!facts.holds(STRAINED)) return [...byWish(ranked, wanted), ...inward];
    const calm = ranked.filter(({ intervention }) => !intervention.metacommunication);
    return [...inward, ...byWish(calm, wanted)];
  }

  const inwardly = knowledge.words['phrase.inward'] ?? '';
  const answers = knowledge.words['phrase.answers'] ?? '{seen}';

  /** The label that an intervention answers best, as the reason when there is no better one. */
  function answersLabel({ id }: Intervention, facts: Facts): string {
    const ids = served.get(id) ?? [];
    const label = facts.labels.find((marker) => ids.includes(marker.id));
    const seen = label && knowledge.label(label.id).shown.seen;
    return seen ? answers.replace('{seen}', () => lowered(seen)) : '';
  }

  return (facts: Facts, held: Held, wanted: Wanted): readonly Phrase[] => {
    const found = firstFew(MOST, inOrder(facts, held, wanted), ({ intervention, reason }) => {
      const phrase = phraseOf(intervention, facts, held, wanted);
      return phrase && { intervention, phrase, reason };
    });
    const told = found.map(({ reason }) => reason);
    return found.map(({ intervention, phrase, reason }, at) => {
      const own = reason === '' || told.indexOf(reason) < at;
      const why = own ? answersLabel(intervention, facts) : reason;
      return toPhrase(intervention, phrase, why, inwardly, wanted);
    });
  };
}

const lowered = (seen: string) => `${seen.charAt(0).toLowerCase()}${seen.slice(1)}`;

/**
 * Taxonomy ids an intervention is for, and those of the signals for which it fits instead; labels
 * that have words of their own come last, so that the rest share the open words evenly.
 */
function servedBy(item: Intervention, knowledge: Shelf): readonly string[] {
  const instead = knowledge.contraindications
    .filter(({ prefer }) => prefer.includes(item.id))
    .flatMap(({ when }) => when);
  const signalled = knowledge.signals
    .filter(({ id }) => instead.includes(id))
    .flatMap(({ labels }) => labels);
  const ids = new Set([...item.for, ...instead, ...signalled]);
  const own = item.say.filter(isMeant).flatMap(({ only }) => only);
  const all = knowledge.taxonomy
    .filter(({ id, family }) => ids.has(id) || ids.has(family))
    .map(({ id, family }) => ({ id, worded: own.includes(id) || own.includes(family) }));
  return [...all.filter(({ worded }) => !worded), ...all.filter(({ worded }) => worded)].map(
    ({ id }) => id,
  );
}

/** The first few that `make` finds something for; what comes after is not looked at. */
function firstFew<T, R>(most: number, list: readonly T[], make: (item: T) => R | null): R[] {
  const made: R[] = [];
  for (const item of list) {
    if (made.length === most) break;
    const result = make(item);
    if (result !== null) made.push(result);
  }
  return made;
}

function toPhrase(
  { id, principles, timing, shown, speaker }: Intervention,
  phrase: LibraryPhrase,
  why: string,
  inwardly: string,
  { provisional }: Wanted,
): Phrase {
  return {
    id: phrase.id,
    text: phrase.text,
    intervention: id,
    principles,
    timing,
    why,
    fits: speaker === 'self' ? `${inwardly} ${shown.fits}` : shown.fits,
    care: shown.care,
    watchFor: shown.watchFor,
    ifItFallsFlat: shown.ifItFallsFlat,
    source: 'library',
    provisional,
  };
}
