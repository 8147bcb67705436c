import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import type { Word } from '../words.ts';
import { roleBeside } from './role-beside.ts';

const DOTTED =
  /(?<![\p{L}\p{N}.@/])\p{Lu}\.(?: ?\p{Lu}\.){1,3}(?:-?\p{Lu}\.)?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}.])\p{Lu}\.\p{Lu}(?![\p{L}\p{N}])/gu;
/** Dotted capitals that are no person. */
const KNOWN = new Set([
  'U.S.',
  'U.K.',
  'U.S',
  'U.K',
  'U.N.',
  'E.U.',
  'P.S.',
  'P.S',
  'N.B.',
  'A.M.',
  'P.M.',
  'A.A.',
  'N.A.',
  'D.C.',
  'B.C.',
  'A.D.',
  'E.R.',
  'I.D.',
  'I.Q.',
  'T.V.',
  'O.K.',
  'Q.A.',
  'M.D.',
  'D.O.',
  'R.N.',
  'B.A.',
  'M.A.',
  'B.S.',
  'M.S.',
  'J.D.',
  'D.V.',
  'I.V.',
  'P.O.',
  'F.Y.I.',
  'A.K.A.',
  'E.T.A.',
  'T.B.D.',
  'R.S.V.P.',
  'U.S.A.',
  'A.S.A.P.',
  'N.H.S.',
  'G.P.',
  'C.V.',
  'H.R.',
  'I.T.',
  'P.E.',
  'L.A.',
  'N.Y.',
  'R.I.P.',
  'V.A.',
  'D.B.T.',
  'C.B.T.',
]);
/** Letters that number things: plan B, vitamin D, type A, group C. */
const NUMBERED =
  /^(?:plan|vitamin|vit|type|group|option|part|section|appendix|exhibit|grade|step|item|hepatitis|hep|level|form|schedule|team|category|class|cluster|axis|point|scenario|model|condition|column|question|person|side|series|block|unit|room|bed|vol|stage|table|figure|fig|row|size|list|phase|party|generation|gen|an|a|letter|capital|rated|cup|band|malaria|factor|the|t|dr|mr|mrs|ms|miss|mx|rev)$/;
const NOUNLIKE =
  /^(?:[.,;:)'"?!]|'s|$| (?:said|says|told|asked|asks|came|comes|left|walked|wants|wanted|was|is|has|had|does|did|doesn't|didn't|isn't|wasn't|and|about|who|went|feels|felt|thinks|thought|keeps|kept|mentioned|left|cried|laughed|missed|cancelled|canceled|called|texted|wrote|started|stopped|showed|shows|looked|looks|sat|sits|got|gets|needs|needed|seems|seemed|reported|reports|described|describes|presents|presented|attended|disclosed|returned|will|would|can|could|to|in|on|for|at|with|again|this|last|today|but|because|when|never|always|just|really|also)\b)/;

function dotted({ text, words, wordAt }: Searched, searched: Searched): Finding[] {
  const found: Finding[] = [];
  for (const { index, 0: run } of text.matchAll(DOTTED)) {
    if (KNOWN.has(run) || KNOWN.has(run.replaceAll(' ', ''))) continue;
    const first = wordAt(index);
    const last = wordAt(index + run.length) - 1;
    const next = words[last + 1];
    const surname = next && next.gap === ' ' && next.shape === 'cap' && !next.opens;
    if (surname) continue;
    const role = roleBeside(searched, first, last);
    found.push({
      start: index,
      end: index + run.length,
      class: 'name',
      ...(role ? { role } : {}),
      sure: true,
    });
  }
  return found;
}

/** M or F beside an age or in brackets tells the sex: "45 F", "(M, 30s)". */
function isSex(text: string, { start, end, gap }: Word): boolean {
  return (
    /\d(?:s|yo|y\/o)? ?$/.test(text.slice(Math.max(0, start - 5), start)) ||
    /^,? ?(?:\d|in (?:his|her|their)|early|mid|late|mid-)/.test(text.slice(end, end + 10)) ||
    (/\($/.test(gap) && /^[,)]/.test(text.slice(end, end + 1)))
  );
}

function isLone(searched: Searched, at: number): boolean {
  const { words, text } = searched;
  const word = words[at];
  if (!word || word.shape !== 'letter' || /^[IXYZ]$/.test(word.text)) return false;
  const before = words[at - 1];
  if (before && /^ $/.test(word.gap) && NUMBERED.test(before.form)) return false;
  if (
    /[\p{L}\p{N}&/+'-]$/u.test(text.slice(Math.max(0, word.start - 1), word.start)) ||
    /^[&/+-]/.test(text.slice(word.full, word.full + 1))
  )
    return false;
  if (word.opens && word.text === 'A') return false;
  const dot = text[word.end] === '.';
  const after = text.slice(word.end + (dot ? 1 : 0), word.end + 16);
  if (/^[)\]]/.test(after) && (before === undefined || /[\n]\s*$/.test(word.gap))) return false;
  if (word.opens && /^(?:\)|:| -)/.test(after) && !(dot && /\($/.test(word.gap))) return false;
  if (/^ ?\p{Lu}\b/u.test(after) && !dot) return false;
  if (/^[MF]$/.test(word.text) && !dot && isSex(text, word)) return false;
  return NOUNLIKE.test(after);
}

/** Initials: J.M., A.J.P., S. G., and a lone capital used as a name ("T. walked out", "with K about"). */
export function initials(searched: Searched): Finding[] {
  const found = dotted(searched, searched);
  const { words, text } = searched;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || !isLone(searched, at)) continue;
    const dot =
      text[word.end] === '.' && !(words[at + 1]?.opens && words[at + 1]?.gap.includes('\n'))
        ? 1
        : 0;
    const role = roleBeside(searched, at, at);
    found.push({
      start: word.start,
      end: word.full + (word.full === word.end ? dot : 0),
      class: 'name',
      ...(role ? { role } : {}),
      sure: word.text !== 'A',
    });
  }
  return found;
}
