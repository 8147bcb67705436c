import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';

const CANDIDATE = /(?<![\p{L}\p{N}.$£€/:-])(?:\+|\(\+?)?\d(?:[ ./()-]{0,3}\d){6,16}(?![\p{N}])/gu;
const EXTENSION = /^[ ,]{0,2}(?:x|ext|extn|extension)[ .:]{0,2}\d{1,6}\b/i;
const SHAPES = [
  /^\+?1?[ .-]?\(?[2-9]\d{2}\)?[ ./-]{0,3}\d{3}[ ./-]{0,3}\d{4}$/,
  /^\+\d[\d ()./-]{6,24}$/,
  /^\(?00\d[\d ()./-]{7,22}$/,
  /^\(?0\d{1,5}\)?[ ./-]{0,2}\d{3,4}[ .-]?\d{3,5}$/,
  /^\(0\d{2,4}\) ?\d{3,4} ?\d{3,4}$/,
  /^0[1-9](?:[ .]\d{2}){4}$/,
  /^\d{3}[-.]\d{4}$/,
  /^0\d{3}[ -]\d{3}[ -]\d{3,4}$/,
  /^\(\+\d[\d ()./-]{6,24}$/,
];
const CUE =
  /\b(?:call(?:ed|ing|s)?|phone|tel|telephone|mobile|mob|cell|landline|number|text(?:ed)?|ring|rang|voicemail|reach|whatsapp|contact|dial(?:led)?|pager|beeper)\b[^.!?\n]{0,30}$/i;
const FAX = /\bfax(?:ed|es|ing)?\b[^.!?\n]{0,40}$/i;
const CALL = /\b(?:phone|tel|mobile|cell|call)\b/i;
const DATE = /^\d{4}[-./]\d{1,2}[-./]\d{1,2}$|^\d{1,2}[-./]\d{1,2}[-./]\d{4}$/;

function trimmed(run: string): string {
  let shape = run;
  if (shape.startsWith('(') && !shape.includes(')')) shape = shape.slice(1);
  return shape;
}

function isPhone(run: string, before: string): boolean {
  const digits = run.replace(/\D/g, '').length;
  if (digits > 15 || DATE.test(run) || /^\d{3}[- .]\d{2}[- .]\d{4}$/.test(run)) return false;
  if (SHAPES.some((shape) => shape.test(run))) return true;
  return digits >= 7 && CUE.test(before);
}

/** Telephone and fax numbers with country code, brackets and extension. */
export function phones({ text, hasDigit }: Searched): Finding[] {
  if (!hasDigit) return [];
  const found: Finding[] = [];
  for (const match of allMatches(text, CANDIDATE)) {
    const run = trimmed(match[0]);
    const start = match.index + match[0].length - run.length;
    const before = text.slice(Math.max(0, start - 60), start);
    if (!isPhone(run, before)) continue;
    const end = start + run.length;
    const extension = EXTENSION.exec(text.slice(end, end + 24))?.[0].length ?? 0;
    const fax = FAX.exec(before);
    const isFax = fax !== null && !CALL.test(fax[0]);
    found.push({ start, end: end + extension, class: isFax ? 'fax' : 'phone', sure: true });
  }
  return found;
}
