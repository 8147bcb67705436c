import type { Intervention, Knowledge, LibraryPhrase } from '../../knowledge/knowledge.ts';
import type { Phrase } from '../outcome.ts';
import type { Held } from './contraindicate.ts';
import type { Facts } from './facts.ts';
import { fillMoment } from './moment-words.ts';
import { phrasesInOrder, voicesFor, type Wish } from './pick-phrase.ts';
import { type Ranked, rankInterventions } from './rank-interventions.ts';

/** What the choice needs to know of the turn. */
export interface Wanted {
  readonly text: string;
  readonly shown: readonly string[];
  readonly wish: Wish;
  readonly provisional: boolean;
}

type Passes = (phrase: string, context: readonly string[]) => boolean;

const MOST = 3;
const STRAINED = 'sg-therapist-strained';

/** Interventions already used in the thread go last for `another` and first for another wording. */
function byWish(ranked: readonly Ranked[], { shown, wish }: Wanted): readonly Ranked[] {
  if (wish === 'first' || shown.length === 0) return ranked;
  const used = ({ intervention }: Ranked) => intervention.say.some(({ id }) => shown.includes(id));
  const [before, after] = [ranked.filter(used), ranked.filter((item) => !used(item))];
  return wish === 'another' ? [...after, ...before] : [...before, ...after];
}

/**
 * Builds the choice of at most three phrasings, one an intervention, none shown before, each passing
 * the guard. With a strained therapist the first is for the therapist alone and none is about the two.
 */
export function createChoice(
  knowledge: Pick<Knowledge, 'interventions' | 'selection' | 'taxonomy' | 'words'>,
  passes: Passes,
) {
  const served = new Map(
    knowledge.interventions.map((item) => [
      item.id,
      knowledge.taxonomy
        .filter(({ id, family }) => item.for.includes(id) || item.for.includes(family))
        .map(({ id }) => id),
    ]),
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
    { text, shown, wish }: Wanted,
  ): LibraryPhrase | null {
    const voices = voicesFor(wish, facts, held.soften);
    const context = intervention.speaker === 'self' ? [] : facts.labels.map(({ id }) => id);
    const offered = phrasesInOrder(intervention, voices, facts, wish, placeOf(intervention, facts))
      .filter(({ id }) => !shown.includes(id))
      .map((phrase) => ({ ...phrase, text: fillMoment(phrase.text, text, moment) }));
    return offered.find((phrase) => passes(phrase.text, context)) ?? null;
  }

  /** What may be offered, best first; with a strained therapist the first card is for them alone. */
  function inOrder(
    facts: Facts,
    held: Held,
    wanted: Wanted,
  ): readonly Pick<Ranked, 'intervention' | 'reason'>[] {
    const ranked = rankInterventions(knowledge.interventions, knowledge.selection, facts, held);
    if (!facts.holds(STRAINED)) return byWish(ranked, wanted);
    const calm = ranked.filter(({ intervention }) => !intervention.metacommunication);
    return [
      ...forSelf.map((intervention) => ({ intervention, reason: '' })),
      ...byWish(calm, wanted),
    ];
  }

  return (facts: Facts, held: Held, wanted: Wanted): readonly Phrase[] => {
    const chosen: Phrase[] = [];
    const told = new Set<string>();
    for (const { intervention, reason } of inOrder(facts, held, wanted)) {
      if (chosen.length === MOST) break;
      const phrase = phraseOf(intervention, facts, held, wanted);
      if (phrase === null) continue;
      chosen.push(toPhrase(intervention, phrase, told.has(reason) ? '' : reason, wanted));
      told.add(reason);
    }
    return chosen;
  };
}

function toPhrase(
  { id, principles, timing, shown }: Intervention,
  phrase: LibraryPhrase,
  reason: string,
  { provisional }: Wanted,
): Phrase {
  return {
    id: phrase.id,
    text: phrase.text,
    intervention: id,
    principles,
    timing,
    fits: reason === '' ? shown.fits : `${reason} ${shown.fits}`,
    care: shown.care,
    watchFor: shown.watchFor,
    ifItFallsFlat: shown.ifItFallsFlat,
    source: 'library',
    provisional,
  };
}
