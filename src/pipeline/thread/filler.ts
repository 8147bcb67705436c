/** Words a request is made with that tell nothing of a case. */
const FILLER = new Set(
  `a about actually again all also am an and another any anything are as ask at be bit but by can cos
  could did do does doing don't dont else even ever feel feels for from fyi get give go good got had has have he
  hello help her here hi him his how i i'd i'll i'm i've if im in into is it it's its just keep kind let like little
  make makes makes making maybe me might mine more much my need no not now of oh ok okay on one ones only or other our out
  over perhaps phrase phrases phrasing please ps put really right said same say says see seems sentence
  sentences she she's should show so some someone something sorry sort sound sounds still stuff suggest
  suggestion suggestions sure than thank thanks that that's thats the their them then there these they they're
  thing things think this those time to too tried try up us use version very want was way we we're well were what
  what's when where which who whom will with word wording words work works would write you your`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** How many words of a text are more than filler. */
export function leftOf(text: string): number {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];
  return words.filter((word) => !FILLER.has(word)).length;
}
