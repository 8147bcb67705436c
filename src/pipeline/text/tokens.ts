import type { Span } from './span.ts';

/** A word, number or mark; `text` is lower case with straight apostrophes and full negations. */
export interface Token extends Span {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
}

/** A word or a placeholder; a number; any other mark. */
const PIECE =
  /(\[[A-Za-z][\w ]{0,30}\]|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}{1,6})*)|(\d+(?:[.,:]\d+)*)|[^\s\p{L}\d]/gu;

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['dont', "don't"],
  ['doesnt', "doesn't"],
  ['didnt', "didn't"],
  ['isnt', "isn't"],
  ['wasnt', "wasn't"],
  ['cant', "can't"],
  ['cannot', "can't"],
  ['couldnt', "couldn't"],
  ['wouldnt', "wouldn't"],
  ['wont', "won't"],
  ['havent', "haven't"],
  ['hasnt', "hasn't"],
  ['im', "i'm"],
  ['ive', "i've"],
  ['thats', "that's"],
  ['whats', "what's"],
  ['shes', "she's"],
  ['hes', "he's"],
  ['theyre', "they're"],
  ['pt', 'client'],
  ['pts', 'clients'],
  ['ct', 'client'],
  ['cl', 'client'],
  ['clt', 'client'],
  ['patient', 'client'],
  ['patients', 'clients'],
  ['th', 'therapist'],
  ['tx', 'therapy'],
  ['hw', 'homework'],
  ['sess', 'session'],
  ['sessn', 'session'],
  ['yrs', 'years'],
  ['wk', 'week'],
  ['wks', 'weeks'],
  ['mth', 'month'],
  ['mths', 'months'],
  ['hx', 'history'],
  ['bf', 'boyfriend'],
  ['gf', 'girlfriend'],
  ['abt', 'about'],
  ['bc', 'because'],
  ['cos', 'because'],
  ['u', 'you'],
  ['ur', 'your'],
]);

/** Splits a text into words, numbers and marks in one pass; placeholders such as [Mother] stay whole. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const { 0: raw, 1: word, 2: number, index } of text.matchAll(PIECE)) {
    const plain = raw.toLowerCase().replaceAll('’', "'");
    const kind = word !== undefined ? 'word' : number !== undefined ? 'number' : 'mark';
    const start = index;
    found.push({ text: SPELLINGS.get(plain) ?? plain, kind, start, end: start + raw.length });
  }
  return found;
}
