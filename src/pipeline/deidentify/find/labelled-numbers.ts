import type { Finding } from '../finding.ts';
import { matchesNearDigits } from '../matches-near-digits.ts';
import { ACRONYM } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isOrdinary } from '../vocabulary.ts';
import { labelBefore } from './number-labels.ts';

const WINDOW = 64;
/** A token with a digit, and the tokens with digits that go on after a hyphen, slash, dot or space. */
const VALUE =
  /(?<![\p{L}\p{N}])#?(?:\p{L}{1,8}[-/])?[\p{L}]{0,10}\d[\p{L}\p{N}]{0,30}(?:[-/.]{1,2}[\p{L}\p{N}]{1,20}|[ ](?=[\p{L}]{0,5}\d)[\p{L}\p{N}]{1,12}(?![:%]|\/\d)){0,6}(?![\p{L}\p{N}])/gu;
/** More code units than a value has before its first digit. */
const REACH = 64;
/** Letters of a number plate or policy right before the digits: "RJC 5906". */
const PREFIX = /(?<![p{L}p{N}])([A-Za-z]{1,6})[ -]$/;
const UNIT =
  /^ ?(?:%|sessions?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|times|points?|people|clients?|patients?|kids|children|mg\b|ml\b|pages?|a\.?m\b|p\.?m\b|out of|of \d|\/ ?\d)/i;
const DATE = /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?$/;

function isValue(value: string, strong: boolean, announced: string): boolean {
  const digits = value.replace(/\D/g, '').length;
  if (DATE.test(value) || /^\d{1,2}:\d{2}/.test(value)) return false;
  if (/^(?:19|20)\d\d$/.test(value) && !/(?:ending|ends|last|digits)[^\d]*$/i.test(announced)) {
    return false;
  }
  if (strong) return digits >= 2 && value.length >= 3;
  return digits >= 4 || (digits >= 3 && /[A-Z/-]/i.test(value));
}

function prefixBefore({ text, tables, lowerCased }: Searched, start: number): number {
  const prefix = PREFIX.exec(text.slice(Math.max(0, start - 8), start))?.[1];
  if (!prefix) return 0;
  const capital = prefix === prefix.toUpperCase() && prefix.length > 1;
  const odd = lowerCased && !isOrdinary(prefix, tables);
  return (capital || odd) && !((tables.known(prefix.toLowerCase()) & ACRONYM) !== 0)
    ? prefix.length + 1
    : 0;
}

/** Numbers that a label beside them makes an identifier: record, policy, account, licence, plate … */
export function labelledNumbers(searched: Searched): Finding[] {
  const { text, hasDigit } = searched;
  if (!hasDigit) return [];
  const found: Finding[] = [];
  for (const { index, 0: value } of matchesNearDigits(text, VALUE, REACH)) {
    const end = index + value.length;
    if (UNIT.test(text.slice(end, end + 14))) continue;
    const start = index - prefixBefore(searched, index);
    const before = text.slice(Math.max(0, start - WINDOW), start);
    const label = labelBefore(before);
    if (!label || !isValue(value.replace(/^#/, ''), label.strong, before)) continue;
    found.push({ start, end, class: label.class, sure: true });
  }
  return found;
}
