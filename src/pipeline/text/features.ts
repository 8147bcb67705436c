/** Feature name to value. */
export type Features = ReadonlyMap<string, number>;

const EDGES = /^['[\]]+|['[\]]+$/g;

/** Light stem: strips plural, -ing, -ed and -ly so that 'cancelled' and 'cancels' share a feature. */
export function stem(word: string): string {
  if (word.length <= 4) return word;
  const bare = word.replace(/'s$/, '');
  const cut = bare.replace(/(?:ingly|edly|ings|ing|ies|ied|ed|es|ly|s)$/, '');
  return (cut.length < 3 ? bare : cut).replace(/([^aeiousl])\1$/, '$1').replace(/[ei]$/, '');
}

function charGrams(word: string, out: Map<string, number>): void {
  const framed = `<${word}>`;
  for (let size = 3; size <= 5; size++)
    for (let at = 0; at + size <= framed.length; at++) add(out, `c:${framed.slice(at, at + size)}`);
}

const add = (out: Map<string, number>, name: string) => out.set(name, (out.get(name) ?? 0) + 1);

/** Words, stems, pairs and skip-pairs of neighbours, and letter runs within words, each counted. */
export function wordFeatures(words: readonly string[]): Map<string, number> {
  const out = new Map<string, number>();
  const stems = words.map((word) => stem(word.replace(EDGES, '')));
  words.forEach((word, at) => {
    add(out, `w:${word}`);
    add(out, `s:${stems[at]}`);
    const next = stems[at + 1];
    const afterNext = stems[at + 2];
    if (next !== undefined) add(out, `2:${stems[at]} ${next}`);
    if (afterNext !== undefined) add(out, `k:${stems[at]} ${afterNext}`);
    if (word.length >= 4) charGrams(word, out);
  });
  return out;
}

/** Dampens counts (1 + ln n) and scales to length one, so that long and short texts compare. */
export function normalise(
  features: Features,
  weightOf: (name: string) => number,
): Map<string, number> {
  const out = new Map<string, number>();
  let sum = 0;
  for (const [name, count] of features) {
    const value = (1 + Math.log(count)) * weightOf(name);
    if (value === 0) continue;
    out.set(name, value);
    sum += value * value;
  }
  const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
  for (const [name, value] of out) out.set(name, value * scale);
  return out;
}
