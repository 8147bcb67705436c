/** Common words of English that no other written language shares by chance in such number. */
const COMMON = new Set(
  (
    'a i the and that this with from what when which about because would could should have has been was is it ' +
    'his her their they she he you your my me but not says said just who then how there after before of to in ' +
    "felt feel think know went again too very she's he's i'm it's don't didn't doesn't can't"
  ).split(' '),
);
const WORD = /\p{L}[\p{L}'’]*/gu;
const FEWEST = 4;
const SHARE = 0.25;

/**
 * True when a text is beyond doubt mostly English: enough different common words of English in it. False
 * says nothing; a language detector has to look then.
 */
export function isPlainlyEnglish(text: string): boolean {
  const words = text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  const common = words.filter((word) => COMMON.has(word));
  return new Set(common).size >= FEWEST && common.length >= words.length * SHARE;
}
