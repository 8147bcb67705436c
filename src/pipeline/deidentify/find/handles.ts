import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { chunksWith } from './chunks.ts';

const HANDLE = /^(?:@|u\/)[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,60}$/iu;
const NOBODY = /^@(?:here|channel|everyone|all|team|impasse)$/i;
const JOINED = /^(?=.*\p{L})[\p{L}\p{N}.]{1,40}(?:_[\p{L}\p{N}.]{1,40}){1,8}_?$/iu;
const PLATFORM =
  '(?:instagram|insta|ig|snapchat|snap|tiktok|twitter|facebook|reddit|discord|twitch|youtube|xbox|psn|steam|tumblr|bluesky|threads|tinder|hinge|grindr|grindr|kik|telegram|online|everywhere|the forum|there)';
/** "goes by x online", "username is x", "handle: x", "uses x everywhere". */
const NAMED = [
  /\b(?:handle|user ?name|screen ?name|gamer ?tag|login|log-in|user id|insta|instagram|snapchat|tiktok|discord|kik|venmo|cashapp|skype)(?: name| handle| id| account| tag)?(?: (?:is|was|called|as|=)|[:=])? ["']?([\w.-]{4,40})/gi,
  new RegExp(
    `\\b(?:goes by|uses|known as|posts as|posting as|writes as|calls (?:him|her|them)self) ["']?([\\w.-]{3,40})["']? (?:on )?${PLATFORM}\\b`,
    'gi',
  ),
];

/** Names of accounts: @name, u/name, words joined by underscores, and words named as a handle. */
export function handles({ text, tables }: Searched): Finding[] {
  const found: Finding[] = [];
  for (const { start, end, text: run } of chunksWith(text, /[@_/]/)) {
    if ((HANDLE.test(run) && !NOBODY.test(run)) || JOINED.test(run)) {
      found.push({ start, end, class: 'username', sure: true });
    }
  }
  if (
    !/handle|user|screen|gamer|log-?in|goes by|uses|known as|posts|posting|insta|snap|disc|tikt|venmo|kik|skype|cashapp/i.test(
      text,
    )
  ) {
    return found;
  }
  for (const shape of NAMED) {
    for (const match of text.matchAll(shape)) {
      const name = (match[1] ?? '').replace(/[.-]+$/, '');
      const start = match.index + match[0].lastIndexOf(match[1] ?? '');
      const plainWord = /^[a-z]+$/i.test(name) && (tables.flags(name.toLowerCase()) & 1) === 1;
      const listed =
        tables.list('informal').has(name.toLowerCase()) ||
        tables.list('safe').has(name.toLowerCase());
      if (name.length < 3 || plainWord || listed) continue;
      found.push({ start, end: start + name.length, class: 'username', sure: true });
    }
  }
  return found;
}
