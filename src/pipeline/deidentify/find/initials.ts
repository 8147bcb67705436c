import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import type { Word } from '../words.ts';
import { roleBeside } from './role-beside.ts';

const DOTTED =
  /(?<![\p{L}\p{N}.@/])\p{Lu}\.(?: ?\p{Lu}\.){1,3}(?:-?\p{Lu}\.)?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}.])\p{Lu}\.\p{Lu}(?![\p{L}\p{N}])/gu;
/** Dotted capitals that are no person. */
const KNOWN = new Set(
  'US UK UN EU PS NB AM PM AA NA DC BC AD ER ID IQ TV OK QA MD DO RN BA MA BS MS JD DV IV PO FYI AKA ETA TBD RSVP USA ASAP NHS GP CV HR IT PE LA NY RIP VA DBT CBT EDD PHD SW PT OT CEO'.split(
    ' ',
  ),
);
/** Letters that number things: plan B, vitamin D, type A, group C. */
const NUMBERED =
  /^(?:plan|vitamin|vit|type|group|option|part|section|appendix|exhibit|grade|step|item|hepatitis|hep|level|form|schedule|team|category|class|cluster|axis|point|scenario|model|condition|column|question|person|side|series|block|unit|room|bed|vol|stage|table|figure|fig|row|size|list|phase|party|generation|gen|an|a|letter|capital|rated|cup|band|malaria|factor|the|t|dr|mr|mrs|ms|miss|mx|rev)$/;
const NOUNLIKE =
  /^(?:[.,;:)'"?!]|'s|$| (?:said|says|told|asked|asks|came|comes|left|walked|wants|wanted|was|is|has|had|does|did|doesn't|didn't|isn't|wasn't|and|about|who|went|feels|felt|thinks|thought|keeps|kept|mentioned|cried|laughed|missed|cancelled|canceled|called|texted|wrote|started|stopped|showed|shows|looked|looks|sat|sits|got|gets|needs|needed|seems|seemed|reported|reports|described|describes|presents|presented|attended|disclosed|returned|returns|will|would|can|could|to|in|on|for|at|with|again|this|last|today|but|because|when|never|always|just|really|also)\b)/;

/** A surname follows the initials: the whole name is found as such. */
function hasSurname({ words }: Searched, last: number): boolean {
  const next = words[last + 1];
  return next?.gap === ' ' && next.shape === 'cap' && !next.opens;
}

function dotted(searched: Searched): Finding[] {
  const { text, wordAt } = searched;
  const found: Finding[] = [];
  for (const { index, 0: run } of allMatches(text, DOTTED)) {
    const last = wordAt(index + run.length) - 1;
    if (KNOWN.has(run.replace(/[. ]/g, '')) || hasSurname(searched, last)) continue;
    const role = roleBeside(searched, wordAt(index), last);
    const end = index + run.length;
    found.push({ start: index, end, class: 'name', ...(role ? { role } : {}), sure: true });
  }
  return found;
}

/** M or F beside an age or in brackets tells the sex: "45 F", "(M, 30s)". */
function isSex(text: string, { start, end, gap }: Word): boolean {
  const before = text.slice(Math.max(0, start - 5), start);
  const after = text.slice(end, end + 10);
  if (/\d(?:s|yo|y\/o)? ?$/.test(before)) return true;
  if (/^,? ?(?:\d|in (?:his|her|their)|early|mid|late)/.test(after)) return true;
  return gap.endsWith('(') && /^[,)]/.test(after);
}

/** The letter numbers a thing, counts a list or belongs to a longer sign. */
function isMark({ words, text }: Searched, at: number): boolean {
  const word = words[at];
  if (!word) return true;
  const before = words[at - 1];
  const after = text.slice(word.full, word.full + 3);
  if (before && word.gap === ' ' && NUMBERED.test(before.form)) return true;
  if (/[&/+'.-]/.test(text[word.start - 1] ?? '') || /^[&/+-]/.test(after)) return true;
  if (word.opens) return word.text === 'A' || /^(?:\)|:| -)/.test(after);
  return /^[MF]$/.test(word.text) && isSex(text, word);
}

function isLone(searched: Searched, at: number): boolean {
  const { words, text } = searched;
  const word = words[at];
  if (word?.shape !== 'letter' || /^[IXYZ]$/.test(word.text) || isMark(searched, at)) return false;
  const dot = text[word.end] === '.';
  if (/^[MF]$/.test(word.text) && !dot && isSex(text, word)) return false;
  const after = text.slice(word.end + (dot ? 1 : 0), word.end + 16);
  if (!dot && /^ ?\p{Lu}\b/u.test(after)) return false;
  return NOUNLIKE.test(after) || (dot && /^ [a-z]{2,14}(?:ed|[^s]s)\b/.test(after));
}

/** Initials: J.M., A.J.P., S. G., and a lone capital used as a name ("T. walked out", "with K about"). */
export function initials(searched: Searched): Finding[] {
  const found = dotted(searched);
  for (let at = 0; at < searched.words.length; at++) {
    const word = searched.words[at];
    if (!word) continue;
    if (!isLone(searched, at)) continue;
    const dot = word.full === word.end && searched.text[word.end] === '.' ? 1 : 0;
    const role = roleBeside(searched, at, at);
    const own = role ? { role } : {};
    found.push({ start: word.start, end: word.full + dot, class: 'name', ...own, sure: true });
  }
  return found;
}
