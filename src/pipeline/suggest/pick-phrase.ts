import type { Intervention, LibraryPhrase, Voice } from '../../knowledge/knowledge.ts';
import type { Facts } from './facts.ts';

/** How the next phrasing should differ from the last. */
export type Wish = 'first' | 'another' | 'shorter' | 'softer';

/** Voices in the order they are wanted; those not named are not used. */
export function voicesFor(
  wish: Wish,
  facts: Facts,
  soften: boolean,
): readonly (readonly Voice[])[] {
  const setting: Voice[][] = [
    ...(facts.holds('sg-teenager') ? [['teen' as const]] : []),
    ...(facts.holds('sg-third-parties') ? [['couple' as const]] : []),
    ...(facts.holds('sg-telehealth') ? [['telehealth' as const]] : []),
  ];
  if (wish === 'shorter') return [['brief'], ...setting, ['plain', 'warm', 'indirect']];
  if (wish === 'softer') return [['indirect', 'warm'], ...setting, ['plain', 'brief']];
  if (soften) return [['indirect'], ...setting, ['warm'], ['plain'], ['brief']];
  return [...setting, ['plain', 'warm', 'brief', 'indirect']];
}

const FEW = 3;

/** True for a phrasing written for one to three labels of its own. */
export const isMeant = ({ only }: LibraryPhrase) => only.length > 0 && only.length <= FEW;
const length = ({ text }: LibraryPhrase) => text.length;

/** Rotates a list so that different labels start at different places in it. */
function turned<T>(list: readonly T[], by: number): T[] {
  const at = list.length === 0 ? 0 : Math.max(0, by) % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

/**
 * Phrasings of one intervention in the order they should be offered: the wanted voice first, within
 * a voice those written for a label of this case, then the rest, starting at another place for every
 * label so that neighbouring cases do not all get the same words.
 *
 * @param place position of the leading label among those the intervention serves
 */
export function phrasesInOrder(
  intervention: Intervention,
  voices: readonly (readonly Voice[])[],
  facts: Facts,
  wish: Wish,
  place: number,
): readonly LibraryPhrase[] {
  const usable = intervention.say.filter(
    ({ only }) => only.length === 0 || only.some((id) => facts.holds(id)),
  );
  return voices.flatMap((tier) => {
    const inVoice = usable.filter(({ voice }) => tier.includes(voice));
    const meant = inVoice.filter(isMeant);
    const open = inVoice.filter((phrase) => !isMeant(phrase));
    const ordered = [...turned(meant, place), ...turned(open, place)];
    return wish === 'shorter' ? ordered.sort((a, b) => length(a) - length(b)) : ordered;
  });
}
