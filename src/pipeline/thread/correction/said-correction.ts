import type { DirectionName } from '../../../knowledge/knowledge.ts';
import type { ThreadEvent } from '../../message.ts';
import type { Direction } from '../../outcome.ts';
import type { CaseThread } from '../case-thread.ts';
import { correctDirection } from './correct-direction.ts';

/** More words than this tell of the case rather than correct its reading. */
const MOST_WORDS = 25;
const DENIED =
  "\\b(?:not|isn't|wasn't|isnt|wasnt|no|never|rather than|instead of|less)(?: (?:a|an|so much|really|about|just|her|his|their|like|one of)){0,3} ";

/** Finds what somebody says about the direction in a few words: one denied, another one named. */
export function createSaidDirection(directions: readonly DirectionName[]) {
  const signs = directions.map(({ id, names }) => {
    const any = `(?:${names.join('|')})\\b`;
    return {
      id,
      denied: new RegExp(DENIED + any, 'i'),
      named: new RegExp(`\\b${any}`, 'i'),
    };
  });
  return (text: string): Direction | null => {
    if (text.split(/\s+/, MOST_WORDS + 1).length > MOST_WORDS) return null;
    const plain = text.replace(/[’‘]/g, "'");
    const denied = signs.find((sign) => sign.denied.test(plain));
    if (denied === undefined) return null;
    const rest = plain.replace(denied.denied, ' ');
    const other = signs.find(
      ({ id, named, denied: no }) => id !== denied.id && named.test(rest) && !no.test(rest),
    );
    return other?.id ?? null;
  };
}

/** The case with what its author has just said about the direction ('it is not withdrawal, it is …'). */
export function hearCorrection(
  kase: CaseThread,
  events: readonly ThreadEvent[],
  saidDirection: (text: string) => Direction | null,
): CaseThread {
  return events.reduce((heard, event) => {
    if (event.kind !== 'turn' || event.author !== kase.author || kase.assessment === null)
      return heard;
    const said = saidDirection(event.text);
    return said === null ? heard : correctDirection(heard, said, event.at);
  }, kase);
}
