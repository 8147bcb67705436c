/** Words of time in a write-up that may stand in a sentence for the client; nothing else is taken over. */
const MOMENTS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:just now|a moment ago|a few minutes ago|mid-?session)\b/i, 'a moment ago'],
  [/\b(?:earlier today|this morning|this afternoon|in today's session)\b/i, 'earlier today'],
  [/\b(?:last (?:session|time|week|hour|appointment)|yesterday)\b/i, 'last time'],
  [/\b(?:at the end of (?:the|our) (?:session|hour)|on (?:his|her|their) way out)\b/i, 'last time'],
  [/\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weds|thurs|tues)\b/i, 'last time'],
  [/\b(?:two|a couple of) (?:weeks|sessions) ago\b/i, 'a couple of weeks ago'],
];
const SLOT = '{moment}';

/** Fills `{moment}` with the words of time told in the case, or with the default. */
export function fillMoment(phrase: string, text: string, otherwise: string): string {
  if (!phrase.includes(SLOT)) return phrase;
  const told = MOMENTS.find(([sign]) => sign.test(text))?.[1];
  return phrase.replaceAll(SLOT, told ?? otherwise);
}
