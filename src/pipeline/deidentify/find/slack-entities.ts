import type { IdentifierClass } from '../../message.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';

const LONGEST = 3000;
const KINDS: readonly (readonly [RegExp, IdentifierClass])[] = [
  [/^(?:@|#|!subteam\^)/, 'mention'],
  [/^mailto:/i, 'email'],
  [/^tel:/i, 'phone'],
  [/^[a-z][a-z0-9+.-]{1,20}:/i, 'url'],
  [/^!date\^/, 'date'],
];
/** `<!here>`, `<!channel>` and `<!everyone>` name nobody. */
const NOBODY = /^!(?:here|channel|everyone)(?:\||$)/;

/** Slack's own entities in angle brackets: members, channels, user groups, links, dates. */
export function slackEntities({ text }: Searched): Finding[] {
  const found: Finding[] = [];
  let start = text.indexOf('<');
  while (start !== -1) {
    const end = text.indexOf('>', start);
    if (end === -1) break;
    const inner = text.slice(start + 1, Math.min(end, start + LONGEST));
    const kind = NOBODY.test(inner) ? undefined : KINDS.find(([shape]) => shape.test(inner));
    if (kind) found.push({ start, end: end + 1, class: kind[1], sure: true });
    start = text.indexOf('<', kind ? end : start + 1);
  }
  return found;
}
