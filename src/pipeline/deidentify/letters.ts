const LETTER = 1;
const DIGIT = 2;
const UPPER = 4;

const ASCII = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) ASCII[code] = LETTER;
  if (/[A-Z]/.test(character)) ASCII[code] = LETTER | UPPER;
  if (/[0-9]/.test(character)) ASCII[code] = DIGIT;
}

const ANY_LETTER = /^[\p{L}\p{M}]/u;
const ANY_DIGIT = /^\p{N}/u;
const ANY_UPPER = /^\p{Lu}/u;

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (ASCII[code] ?? 0) : classOfForeign(text, at);
}

function classOfForeign(text: string, at: number): number {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (ANY_LETTER.test(character)) return ANY_UPPER.test(character) ? LETTER | UPPER : LETTER;
  return ANY_DIGIT.test(character) ? DIGIT : 0;
}

/** A letter, combining mark or digit stands at the offset. */
export function isWordCharacter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && classOf(text, at) !== 0;
}

export function isDigit(text: string, at: number): boolean {
  return (classOf(text, at) & DIGIT) !== 0;
}

export function isUpper(text: string, at: number): boolean {
  return (classOf(text, at) & UPPER) !== 0;
}
