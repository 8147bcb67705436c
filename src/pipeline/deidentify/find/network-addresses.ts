import type { IdentifierClass } from '../../message.ts';
import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';

const LONGEST = 2048;
const EMAIL = /^(?:mailto:)?[^\s@]{1,128}@[^\s@]{1,128}\.[\p{L}\p{N}-]{2,24}$/iu;
const SCHEME = /^(?:[a-z]{3,10}:\/\/|www\.)\S/i;
const DOMAIN =
  /^(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:(?:com|org|net|edu|gov|mil|int|info|biz|health|clinic|therapy|app|dev|site|online|blog|tv|io|ai|co|ca|uk|au|nz|ie|eu|de|fr|es|nl|se|dk|fi|pl|pt|br|mx|za|jp|cn|kr|ru|tr|gr|gg|ly|example|test|invalid|local)(?::\d{1,5})?(?:[/?#].{0,2000})?|[a-z]{2,12}\/\S{2,2000})$/i;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2}|:\d{1,5})?$/;
const IPV6 =
  /^(?=[^:]*:[^:]*:)(?=.*[0-9])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:%\w{1,10}|\/\d{1,3})?$/i;
const MAC = /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5,7}$/i;
const MAC_LABEL = /\bMAC(?: address)?:? ?$/i;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/;
const SPELT_OUT =
  /\b[\w.+-]{1,64} ?(?:\(at\)|\[at\]|\bat\b) ?[\w-]{1,63} ?(?:\(dot\)|\[dot\]|\bdot\b) ?[a-z]{2,10}\b/gi;

const SHAPES: readonly (readonly [RegExp, IdentifierClass])[] = [
  [EMAIL, 'email'],
  [SCHEME, 'url'],
  [IPV4, 'ip'],
  [MAC, 'device'],
  [IPV6, 'ip'],
  [DOMAIN, 'url'],
];

function kindOf(run: string): IdentifierClass | undefined {
  if (run.length > LONGEST || !/[.:@]/.test(run) || CLOCK.test(run)) return undefined;
  return SHAPES.find(([shape]) => shape.test(run))?.[1];
}

/** E-mail addresses (also spelt out), web addresses, bare domains, IP and hardware addresses. */
export function networkAddresses({ text, chunks }: Searched): Finding[] {
  const found: Finding[] = [];
  for (const { start, end, text: run } of chunks) {
    const kind = kindOf(run);
    if (!kind) continue;
    const before = kind === 'device' ? text.slice(Math.max(0, start - 20), start) : '';
    const label = MAC_LABEL.exec(before)?.[0].length ?? 0;
    found.push({ start: start - label, end, class: kind, sure: true });
  }
  if (!/\bdot\b/i.test(text)) return found;
  for (const { index, 0: address } of allMatches(text, SPELT_OUT)) {
    found.push({ start: index, end: index + address.length, class: 'email', sure: true });
  }
  return found;
}
