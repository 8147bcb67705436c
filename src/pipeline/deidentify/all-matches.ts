/**
 * Every match of a global shape, in order: what `matchAll` gives, without a copy of the shape for every
 * text. A shape that can match nothing at all would not end.
 *
 * @param gate a quicker look that every text with a match passes
 */
export function allMatches(text: string, shape: RegExp, gate?: RegExp): RegExpExecArray[] {
  if (gate?.test(text) === false) return [];
  const found: RegExpExecArray[] = [];
  shape.lastIndex = 0;
  for (let match = shape.exec(text); match !== null; match = shape.exec(text)) found.push(match);
  return found;
}
