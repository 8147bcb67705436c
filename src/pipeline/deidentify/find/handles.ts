import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import { INFORMAL, SAFE, WORD } from '../name-tables.ts';
import type { Searched } from '../searched.ts';

const HANDLE = /^(?:@|u\/)[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,60}$/iu;
const NOBODY = /^@(?:here|channel|everyone|all|team|impasse)$/i;
const JOINED = /^(?=.*\p{L})[\p{L}\p{N}.]{1,40}(?:_[\p{L}\p{N}.]{1,40}){1,8}_?$/iu;
const PLATFORM =
  '(?:instagram|insta|ig|snapchat|snap|tiktok|twitter|facebook|reddit|discord|twitch|youtube|xbox|psn|steam|tumblr|bluesky|threads|tinder|hinge|grindr|kik|telegram|online|everywhere|the forum|there)';
/** "username is x", "handle: x", "Snapchat x.08"; "goes by x online", "uses x everywhere". */
const NAMED = [
  /\b(?:handle|user ?name|screen ?name|gamer ?tag|login|log-in|user id|insta|instagram|snapchat|tiktok|discord|kik|venmo|cashapp|skype)(?: name| handle| id| account| tag)?(?: (?:is|was|called|as|=)|[:=])? ["']?([\w.-]{4,40})/gi,
  new RegExp(
    `\\b(?:goes by|uses|known as|posts as|posting as|writes as|calls (?:him|her|them)self) ["']?([\\w.-]{3,40})["']? (?:on )?${PLATFORM}\\b`,
    'gi',
  ),
];
const GATE =
  /handle|user|screen|gamer|log-?in|goes by|uses|known as|posts|posting|insta|snap|disc|tikt|venmo|kik|skype|cashapp/i;

/** A word that is plain English names no account. */
function isPlain(name: string, { tables }: Searched): boolean {
  const form = name.toLowerCase();
  const word = /^[a-z]+$/.test(form) && (tables.known(form) & WORD) !== 0;
  return name.length < 3 || word || (tables.known(form) & (SAFE | INFORMAL)) !== 0;
}

function named(searched: Searched): Finding[] {
  const { text } = searched;
  if (!GATE.test(text)) return [];
  return NAMED.flatMap((shape) =>
    allMatches(text, shape).flatMap((match): Finding[] => {
      const whole = match[1] ?? '';
      const name = whole.replace(/[.-]{1,40}$/, '');
      const start = match.index + match[0].lastIndexOf(whole);
      if (isPlain(name, searched)) return [];
      return [{ start, end: start + name.length, class: 'username', sure: true }];
    }),
  );
}

/** Names of accounts: @name, u/name, words joined by underscores, and words named as a handle. */
export function handles(searched: Searched): Finding[] {
  const written = searched.chunks
    .filter(({ text: run }) => (HANDLE.test(run) && !NOBODY.test(run)) || JOINED.test(run))
    .map(({ start, end }): Finding => ({ start, end, class: 'username', sure: true }));
  return [...written, ...named(searched)];
}
