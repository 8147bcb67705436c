import type { Span } from './span.ts';

/** A word, number or mark; `text` is lower case with straight apostrophes and full negations. */
export interface Token extends Span {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
}

const PIECE =
  /\[[A-Za-z][\w ]{0,30}\]|[\p{L}][\p{L}\p{M}]*(?:['’][\p{L}]{1,6})*|\d+(?:[.,:]\d+)*|[^\s\p{L}\d]/gu;

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

const kindOf = (raw: string): Token['kind'] => {
  if (/^\d/.test(raw)) return 'number';
  return /^[\p{L}[]/u.test(raw) && raw.length + Number(/\p{L}/u.test(raw)) > 1 ? 'word' : 'mark';
};

/** Splits a text into words, numbers and marks in one pass; placeholders such as [Mother] stay whole. */
export function tokens(text: string): Token[] {
  return [...text.matchAll(PIECE)].map(({ 0: raw, index }) => {
    const plain = raw.toLowerCase().replaceAll('’', "'");
    return {
      text: SPELLINGS.get(plain) ?? plain,
      kind: kindOf(raw),
      start: index,
      end: index + raw.length,
    };
  });
}
