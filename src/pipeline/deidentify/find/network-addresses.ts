import type { IdentifierClass } from '../../message.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { type Chunk, chunksWith } from './chunks.ts';

const LONGEST = 2048;
const EMAIL = /^(?:mailto:)?[^\s@]{1,128}@[^\s@]{1,128}\.[\p{L}\p{N}-]{2,24}$/iu;
const SCHEME = /^(?:[a-z]{3,10}:\/\/|www\.)\S/i;
const DOMAIN =
  /^(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:(?:com|org|net|edu|gov|mil|int|info|biz|health|clinic|therapy|app|dev|site|online|blog|tv|io|ai|co|ca|uk|au|nz|ie|eu|de|fr|es|nl|se|dk|fi|pl|pt|br|mx|za|jp|cn|kr|ru|tr|gr|gg|ly|example|test|invalid|local)(?::\d{1,5})?(?:[/?#].{0,2000})?|[a-z]{2,12}\/\S{2,2000})$/i;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2}|:\d{1,5})?$/;
const IPV6 =
  /^(?=[^:]*:[^:]*:)(?=.*[0-9])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:%\w{1,10}|\/\d{1,3})?$/i;
const MAC = /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5,7}$/i;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/;

function kindOf({ text }: Chunk): IdentifierClass | null {
  if (text.length > LONGEST) return null;
  if (EMAIL.test(text)) return 'email';
  if (SCHEME.test(text)) return 'url';
  if (IPV4.test(text)) return 'ip';
  if (MAC.test(text)) return 'device';
  if (IPV6.test(text) && !CLOCK.test(text)) return 'ip';
  return DOMAIN.test(text) && /\p{L}/u.test(text) ? 'url' : null;
}

const SPELT_OUT =
  /\b[\w.+-]{1,64} ?(?:\(at\)|\[at\]|\bat\b) ?[\w-]{1,63} ?(?:\(dot\)|\[dot\]|\bdot\b) ?[a-z]{2,10}\b/gi;

/** E-mail addresses (also spelt out), web addresses, bare domains, IP and hardware addresses. */
export function networkAddresses({ text }: Searched): Finding[] {
  const found: Finding[] = [];
  for (const chunk of chunksWith(text, /[.:@]/)) {
    const kind = kindOf(chunk);
    if (!kind) continue;
    const label =
      kind === 'device' ? /\bMAC(?: address)?:? ?$/i.exec(before(text, chunk.start)) : null;
    found.push({
      start: chunk.start - (label?.[0].length ?? 0),
      end: chunk.end,
      class: kind,
      sure: true,
    });
  }
  if (!/\bdot\b/i.test(text)) return found;
  for (const { index, 0: address } of text.matchAll(SPELT_OUT)) {
    found.push({ start: index, end: index + address.length, class: 'email', sure: true });
  }
  return found;
}

const before = (text: string, at: number) => text.slice(Math.max(0, at - 20), at);
