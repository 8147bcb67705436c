import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
  decodeReader,
  type ReaderHeader,
  type ReaderModel,
} from '../pipeline/classify/reader-model.ts';

const HEADER = new URL('reader.json', import.meta.url);
const BYTES = new URL('reader.bin', import.meta.url);

/** Reads the shipped weights of the local reader; null when there are none or they do not fit together. */
export function loadReaderModel(): ReaderModel | null {
  if (!existsSync(HEADER) || !existsSync(BYTES)) return null;
  const header = readFileSync(HEADER, 'utf8');
  const bytes = readFileSync(BYTES);
  const version = createHash('sha256').update(header).update(bytes).digest('hex').slice(0, 8);
  return decodeReader(JSON.parse(header) as ReaderHeader, bytes, version);
}
