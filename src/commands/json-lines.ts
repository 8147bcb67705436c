import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A fault of one line: a code for programs and a sentence for people. */
export class LineError extends Error {
  override readonly name = 'LineError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Opens FILE, or standard input for `-` or nothing. */
export function openInput(file: string | undefined): Readable {
  return file === undefined || file === '-' ? process.stdin : createReadStream(file);
}

/** Reads one line of JSON as an object. @throws LineError saying what is wrong and what to do */
function parseLine(line: string): Record<string, unknown> {
  if (line.includes('\uFFFD') || line.includes('\0')) {
    throw new LineError(
      'not-text',
      'This line is not UTF-8 text. Give a text file with one JSON object a line.',
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new LineError(
      'bad-json',
      'This line is not valid JSON. Write one JSON object on each line.',
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LineError('bad-json', 'This line is not a JSON object. Write {"id":"…","text":"…"}.');
  }
  return value as Record<string, unknown>;
}

/**
 * Answers every line of `input` with one line, order kept; a bad line gets an error object and the
 * rest go on.
 * @returns exit status: 0 when all went well, 1 when some line failed
 */
export async function eachJsonLine(
  input: Readable,
  write: (line: string) => void,
  answer: (value: Record<string, unknown>) => unknown | Promise<unknown>,
): Promise<0 | 1> {
  let failed = false;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      write(JSON.stringify(await answer(parseLine(line))));
    } catch (error) {
      failed = true;
      const known = error instanceof LineError;
      const code = known ? error.code : 'failed';
      const message = known ? error.message : 'This line could not be processed.';
      write(JSON.stringify({ line: number, error: { code, message } }));
    }
  }
  return failed ? 1 : 0;
}

/** Everything in `input` as text. @throws LineError when it is not UTF-8 text */
export async function readAll(input: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    if (text.includes('\0')) throw new TypeError('binary');
    return text;
  } catch {
    throw new LineError('not-text', 'This is not UTF-8 text. Give a plain text file.');
  }
}
