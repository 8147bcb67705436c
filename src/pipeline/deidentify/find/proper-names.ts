import type { Finding } from '../finding.ts';
import { GENERAL, TOWN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import type { Word } from '../words.ts';
import { nameWords } from './capitals.ts';
import { isCapital, isHead, isPair } from './name-heads.ts';
import { kindOfName } from './name-kind.ts';
import { type Run, reach } from './name-reach.ts';
import { roleBeside } from './role-beside.ts';

/** Letters after a name that belong to its bearer: ", LMHC". */
const CREDENTIALS =
  /^,? (?:(?:LMHC|LICSW|LCSW|LMFT|LPC|LCPC|LMSW|LISW|LPCC|LCMHC|PsyD|PhD|Ph\.D\.|Psy\.D\.|MD|DO|RN|NP|PMHNP|MSW|MA|MS|MBACP|UKCP|CPsychol|DClinPsy|RMN|EdD|LADC|CADC|BCBA)\b(?:, ?|\/)?){1,3}/;
/** General words that name something all the same when a head follows: "Scandinavian Home". */
const NAMING =
  /^(?:first|second|third|new|old|big|little|youth|girls|boys|grace|trinity|north|south|east|west|northern|southern|royal|sacred|holy|central)$/;
const FARTHEST = 4;

/** Beside a head, a word of the trade names nothing: Private Practice, Crisis Center. */
function isGeneral(word: Word): boolean {
  return (word.known & GENERAL) !== 0 && (word.known & TOWN) === 0 && !NAMING.test(word.form);
}

/** What a word before the head says: it starts the name, it ends the search, or neither. */
function judge(word: Word | undefined, next: Word | undefined): 'start' | 'stop' | 'on' {
  if (word?.shape !== 'cap' || next?.gap !== ' ' || word.full > word.end) return 'stop';
  if (word.opens && !/[("]$/.test(word.gap)) {
    return word.ordinary || isGeneral(word) ? 'stop' : 'start';
  }
  return isGeneral(word) ? 'on' : 'start';
}

/** First word of a name that only its head gives away ("Tides Family Services"), or -1. */
function startOfHeaded({ words, phrases }: Searched, at: number): number {
  const head = words[at];
  if (!head || !isCapital(head) || head.opens || phrases[at] || !isHead(head)) return -1;
  for (let first = at - 1; first >= Math.max(0, at - FARTHEST); first--) {
    const verdict = phrases[first] ? 'stop' : judge(words[first], words[first + 1]);
    if (verdict === 'start') return first;
    if (verdict === 'stop') return -1;
  }
  return -1;
}

function toFinding(searched: Searched, run: Run): Finding | null {
  const { words, text } = searched;
  const first = words[run.first];
  const last = words[run.last];
  if (!first || !last) return null;
  const kind = kindOfName(searched, run);
  const dot = last.shape === 'letter' && text[last.full] === '.' ? 1 : 0;
  const end = last.full + dot;
  if (kind !== 'name') return { start: first.start, end, class: kind, sure: true };
  const letters = CREDENTIALS.exec(text.slice(end, end + 30))?.[0].replace(/[,/ ]{1,3}$/, '') ?? '';
  const role = letters ? 'clinician' : roleBeside(searched, run.first, run.last);
  const span = { start: first.start, end: end + letters.length };
  return { ...span, class: 'name', ...(role ? { role } : {}), sure: true };
}

/** First word of a name found at this word, or -1 when there is none. */
function startAt(searched: Searched, at: number, named: boolean, from: number): number {
  const joined = isPair(searched, at) ? at - 1 : startOfHeaded(searched, at);
  if (joined >= from) return joined;
  return named ? at : -1;
}

/** Names of people, places and organisations by their capitals, joined over "of the", "&" and heads. */
export function properNames(searched: Searched): Finding[] {
  const named = nameWords(searched);
  const found: Finding[] = [];
  let done = 0;
  for (let at = 0; at < searched.words.length; at++) {
    if (!isCapital(searched.words[at])) continue;
    const first = startAt(searched, at, named[at] === 1, done);
    if (first === -1) continue;
    const run = reach(searched, { first, last: at }, done);
    const finding = toFinding(searched, run);
    if (finding) found.push(finding);
    done = run.last + 1;
    at = Math.max(at, run.last);
  }
  return found;
}
