import type { RequestedWish } from '../../knowledge/choice-knowledge.ts';
import type { Intervention, LibraryPhrase, Voice } from '../../knowledge/knowledge.ts';
import type { Facts } from './facts.ts';

/** How the next phrasing should differ from the last. */
export type Wish = 'first' | RequestedWish;

/** What decides in which voices to speak. */
export interface Manner {
  readonly wish: Wish;
  /** True where directness may be rude. */
  readonly soften: boolean;
  /** Voices asked for in this thread, the newest first. */
  readonly voices: readonly Voice[];
  /** Voices that suit the chosen school, best first. */
  readonly lens: readonly Voice[];
}

type Tiers = readonly (readonly Voice[])[];

const EVERYDAY: readonly Voice[] = ['plain', 'warm', 'brief', 'indirect'];
/** Who is in the room decides more than taste. */
const SETTINGS: readonly (readonly [signal: string, voice: Voice])[] = [
  ['sg-teenager', 'teen'],
  ['sg-third-parties', 'couple'],
  ['sg-telehealth', 'telehealth'],
];
const BY_WISH: Partial<Record<Wish, readonly [before: Tiers, after: Tiers]>> = {
  shorter: [[['brief']], [['plain', 'warm', 'indirect']]],
  softer: [[['indirect', 'warm']], [['plain', 'brief']]],
  plainer: [[['plain', 'brief']], [['warm'], ['indirect']]],
  warmer: [[['warm']], [['plain', 'brief'], ['indirect']]],
};

/** Voices in the order they are wanted; those not named are not used. */
export function voicesFor({ wish, soften, voices, lens }: Manner, facts: Facts): Tiers {
  const told = SETTINGS.filter(([signal]) => facts.holds(signal)).map(([, voice]) => voice);
  const setting = [...new Set([...voices, ...told])].map((voice) => [voice]);
  const wished = BY_WISH[wish];
  if (wished) return [...wished[0], ...setting, ...wished[1]];
  if (soften) return [['indirect'], ...setting, ['warm'], ['plain'], ['brief']];
  const rest = EVERYDAY.filter((voice) => !lens.includes(voice));
  return lens.length > 0 ? [...setting, lens, rest] : [...setting, EVERYDAY];
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
  voices: Tiers,
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
