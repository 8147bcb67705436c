import type { Finding } from '../finding.ts';
import { TOWN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isWord } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { nameWords } from './capitals.ts';
import { isCapital, isChurch, isHead } from './name-heads.ts';
import { kindOfName } from './name-kind.ts';
import { type Run, reach } from './name-reach.ts';
import { roleBeside } from './role-beside.ts';
import { safePhrases } from './safe-phrases.ts';

/** Letters after a name that belong to its bearer: ", LMHC". */
const CREDENTIALS =
  /^,? (?:(?:LMHC|LICSW|LCSW|LMFT|LPC|LCPC|LMSW|LISW|LPCC|LCMHC|PsyD|PhD|Ph\.D\.|Psy\.D\.|MD|DO|RN|NP|PMHNP|MSW|MA|MS|MBACP|UKCP|CPsychol|DClinPsy|RMN|EdD|LADC|CADC|BCBA)\b(?:, ?|\/)?){1,3}/;

/** Beside a head, a word of general use names nothing: Private Practice, Family Court. */
function isGeneral({ tables }: Searched, word: Word): boolean {
  return tables.list('general').has(word.form) && (tables.flags(word.form) & TOWN) === 0;
}

const NAMING =
  /^(?:first|second|third|scandinavian|naval|islamic|christian|catholic|jewish|hebrew|korean|chinese|irish|polish|italian|portuguese|greek|african|united|new|old|big|little|youth|girls|boys|grace|trinity|north|south|east|west|northern|southern|royal|sacred|holy|central|latino|somali|vietnamese|russian|ukrainian|spanish|hispanic|muslim|hindu|sikh|buddhist|lutheran|methodist|baptist)$/;

/** First word of a name that only its head gives away: "Scandinavian Home", "Tides Family Services". */
function startOfHeaded(searched: Searched, at: number, phrases: Uint8Array): number {
  const { words, tables } = searched;
  const head = words[at];
  if (!isCapital(head) || head.opens || phrases[at] || !isHead(searched, at)) return -1;
  for (let first = at - 1; first >= Math.max(0, at - 4); first--) {
    const word = words[first];
    if (word?.shape !== 'cap' || phrases[first] || words[first + 1]?.gap !== ' ') return -1;
    if (word.full > word.end) return -1;
    const general = isGeneral(searched, word) && !NAMING.test(word.form);
    if (word.opens && !/[("]$/.test(word.gap))
      return isWord(word.form, tables) || general ? -1 : first;
    if (!general) return first;
  }
  return -1;
}

function toFinding(searched: Searched, run: Run): Finding | null {
  const { words, text } = searched;
  const first = words[run.first];
  const last = words[run.last];
  if (!first || !last) return null;
  const kind = kindOfName(searched, run);
  const beside = kind === 'name' ? roleBeside(searched, run.first, run.last) : undefined;
  const dot = last.shape === 'letter' && text[last.full] === '.' ? 1 : 0;
  const letters = kind === 'name' ? CREDENTIALS.exec(text.slice(last.full, last.full + 30)) : null;
  const role = letters ? 'clinician' : beside;
  const end = last.full + dot + (letters?.[0].replace(/[,/ ]+$/, '').length ?? 0);
  return { start: first.start, end, class: kind, ...(role ? { role } : {}), sure: true };
}

/** Names of people, places and organisations by their capitals, joined over "of the", "&" and heads. */
export function properNames(searched: Searched): Finding[] {
  const phrases = safePhrases(searched);
  const isNamed = nameWords(searched, phrases);
  const found: Finding[] = [];
  let done = 0;
  for (let at = 0; at < searched.words.length; at++) {
    const headed = isChurch(searched, at) ? at - 1 : startOfHeaded(searched, at, phrases);
    if (!isNamed[at] && headed < done) continue;
    const first = headed >= done && headed !== -1 ? headed : at;
    const run = reach(searched, { first, last: at }, done);
    const finding = toFinding(searched, run);
    if (finding) found.push(finding);
    done = run.last + 1;
    at = Math.max(at, run.last);
  }
  return found;
}
