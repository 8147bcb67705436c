import { readFileSync } from 'node:fs';
import type { SafetyModel } from '../pipeline/safety/safety-model.ts';
import {
  decodeLinear,
  type LinearHeader,
  type LinearModel,
} from '../pipeline/text/linear-model.ts';

const HERE = new URL('./', import.meta.url);

interface Header extends Pick<SafetyModel, 'version' | 'thresholds'> {
  readonly parts: Readonly<Record<'short' | 'long' | 'which', LinearHeader>>;
}

/**
 * Reads the shipped weights of the local safety classifier; null when there are none, so that the
 * plain wordings stand alone.
 *
 * @throws RangeError when header and bytes do not belong together
 */
export function loadSafetyModel(folder: URL = HERE): SafetyModel | null {
  const header = readHeader(new URL('safety-model.json', folder));
  if (!header) return null;
  const part = (name: keyof Header['parts']): LinearModel => {
    const bytes = readFileSync(new URL(`safety-${name}.bin`, folder));
    const model = decodeLinear(header.parts[name], bytes);
    if (!model) throw new RangeError('The safety weights do not fit together: run npm run train.');
    return model;
  };
  const { version, thresholds } = header;
  return { version, thresholds, short: part('short'), long: part('long'), which: part('which') };
}

function readHeader(file: URL): Header | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Header;
  } catch {
    return null;
  }
}
