import {
  ANYTHING,
  either,
  inRow,
  type NeededParts,
  NOTHING,
  needsOf,
  repeated,
  type Shape,
} from './pattern-shape.ts';

const TOKEN =
  /[a-z ',]+(?![*+?{])|\(\?<?[=!]|\(\?:|\(\??|\)|\||\[(?:\\.|[^\]\\])*\]|[*+?]\??|\{\d+(?:,\d*)?\}\??|\\.|[\s\S]/gy;
const GROUPS: ReadonlySet<string> = new Set(['(', '(?:']);
const LOOKS: ReadonlySet<string> = new Set(['(?=', '(?!', '(?<=', '(?<!']);
const REPEATS = /^(?:[*+?]|\{\d)/;
const FEW = /^\[([^\\^\]-]{1,4})\]$/;

/** A pattern with more than this knows, such as a back reference: then nothing is told of it. */
class NotUnderstood extends Error {}

/** A sign that may stand in capitals as well, which a text in lower case does not hold. */
function plain(signs: string): Shape {
  const small = signs.toLowerCase();
  const known = /^[ -~]*$/.test(signs) || small === signs.toUpperCase();
  return known ? { all: [small], needs: [] } : ANYTHING;
}

function escaped(sign: string): Shape {
  if ('bB'.includes(sign)) return NOTHING;
  if ('wWdDsS'.includes(sign)) return ANYTHING;
  if (/[a-z0-9]/i.test(sign)) throw new NotUnderstood(sign);
  return plain(sign);
}

function single(token: string): Shape {
  const [sign, second = ''] = token;
  if (sign === '^' || sign === '$') return NOTHING;
  if (sign === '.') return ANYTHING;
  if (sign === '\\') return escaped(second);
  if (sign !== '[') return plain(token);
  const few = FEW.exec(token)?.[1];
  return few === undefined ? ANYTHING : either([...few].map(plain));
}

function piece(token: string, tokens: IterableIterator<string>): Shape {
  if (token === '(?') throw new NotUnderstood(token);
  if (GROUPS.has(token)) return readGroup(tokens);
  if (!LOOKS.has(token)) return single(token);
  readGroup(tokens);
  return NOTHING;
}

/** Reads one group, up to its closing bracket; what comes after it stays in `tokens`. */
function readGroup(tokens: IterableIterator<string>): Shape {
  const branches: Shape[] = [];
  let row: Shape[] = [];
  for (const token of tokens) {
    if (token === ')') break;
    if (token === '|') {
      branches.push(inRow(row));
      row = [];
    } else if (REPEATS.test(token)) row.push(repeated(row.pop() ?? ANYTHING, token));
    else row.push(piece(token, tokens));
  }
  return either([...branches, inRow(row)]);
}

/**
 * What has to stand in a text in lower case for a pattern (without regard to capitals) to match there.
 * Of every group, one part at least; no groups where nothing can be told.
 */
export function neededParts(source: string): NeededParts {
  try {
    return needsOf(readGroup((source.match(TOKEN) ?? []).values()));
  } catch (error) {
    if (error instanceof NotUnderstood) return [];
    throw error;
  }
}
