const DIGIT = /\d/g;

/**
 * Every match of a global shape that holds a digit, in order; what is farther before the next digit than
 * a match reaches is not looked at.
 *
 * @param reach at least as many code units as a match can have before its first digit
 */
export function matchesNearDigits(text: string, shape: RegExp, reach: number): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let from = 0;
  for (;;) {
    DIGIT.lastIndex = from;
    const digit = DIGIT.exec(text);
    shape.lastIndex = digit === null ? text.length : Math.max(from, digit.index - reach);
    const match = shape.exec(text);
    if (match === null) return found;
    found.push(match);
    from = shape.lastIndex;
  }
}
