import { joinSafe } from '../pipeline/deidentify/join-safe.ts';
import type { Phrase } from '../pipeline/outcome.ts';
import type { Rehearsal } from '../pipeline/rehearsal/rehearsal.ts';
import { caseTurns } from '../pipeline/thread/case-text.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import type { RehearsalParts } from './rehearsal-parts.ts';

type WordingParts = Pick<RehearsalParts, 'stages' | 'knowledge' | 'hear' | 'policies' | 'now'>;

const ROUNDS = 4;
const GOOD: readonly string[] = ['opens', 'partly'];

/** True where a supervisor of the workspace looks at words before a clinician does. */
export async function wordsWait(
  { key }: Pick<CaseThread, 'key'>,
  { policies }: Pick<RehearsalParts, 'policies'>,
): Promise<boolean> {
  return (await policies.read(key.team)).review === 'gate';
}

/** Phrases that selection would offer this case next, best first, `shown` ones left out. */
function offersOf(kase: CaseThread, shown: readonly string[], parts: WordingParts): Phrase[] {
  const { assessment } = kase;
  if (assessment === null) return [];
  const { reading, safety } = assessment;
  const found: Phrase[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { suggestions } = parts.stages.suggest({
      ...{ text: joinSafe(caseTurns(kase)), reading, safety, missing: [], wish: 'another' },
      ...{ tapped: kase.tapped, refused: kase.refused, stage: kase.stage, tries: kase.tries },
      shown: [...shown, ...found.map(({ id }) => id)],
      now: new Date(parts.now()),
    });
    if (suggestions.phrases.length === 0) break;
    found.push(...suggestions.phrases);
  }
  return found;
}

/**
 * Another wording for the moment, from the library: chosen by the same rules as in the case, not used
 * in the rehearsal and if possible not in the case, and showing the strength that was missing. None
 * where words wait for a supervisor.
 */
export async function otherWording(
  kase: CaseThread,
  rehearsal: Rehearsal,
  strength: string,
  parts: WordingParts,
): Promise<Phrase | null> {
  if (await wordsWait(kase, parts)) return null;
  const used = rehearsal.turns.flatMap(({ answer }) => answer?.phrase ?? []);
  const spoken = new Set(
    parts.knowledge.interventions.filter(({ speaker }) => speaker === 'client').map(({ id }) => id),
  );
  const offers = [
    ...offersOf(kase, [...kase.shown, ...used], parts),
    ...offersOf(kase, used, parts),
  ].filter(({ intervention, timing }) => spoken.has(intervention) && timing === 'now');
  const heard = offers.map((phrase) => ({ phrase, heard: parts.hear(phrase.text) }));
  const shows = heard.find(
    ({ heard: { strengths, landing } }) =>
      GOOD.includes(landing) && strengths.some(({ id }) => id === strength),
  );
  return (shows ?? heard.find(({ heard: { landing } }) => GOOD.includes(landing)))?.phrase ?? null;
}
