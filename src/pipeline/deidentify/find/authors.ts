import { GIVEN, WORD } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import type { Word } from '../words.ts';

/** What follows an author only: a year, "et al.", a work or an idea of theirs, a theory word. */
const OUTRIGHT =
  /^(?:,? \(?(?:19|20)\d\d\b|,? et al|-(?:style|ian|type|informed|inspired|esque|based)\b|'s? (?:\p{Lu}|(?:[\p{Ll}-]{1,24} ){0,2}(?:model|theor(?:y|ies)|phases?|stages?|tasks?|papers?|books?|concepts?|ideas?|notion|term|manual|matrix|cycle|scale|inventory|protocol|method|technique|article|chapter|definition|formulation|framework|hierarchy|criteria|trial|stud(?:y|ies)|research|writings?|distinction|triangle|experiments?|dogs?|lectures?|podcast|workshop|thirdness|questions?|true self|false self|good enough|secure base|holding|container|third|conditions|core conditions)\b)| (?:sense|model|manual|trial|matrix|scale|method|protocol|framework|camp|fans?|nerds|people here|workshop|podcast|tapes?|quote|paper|book|inventory|institute|approach|school)\b| (?:writes?|wrote) (?:about|that|of|in|on)\b| and colleagues\b)/u;
/** What follows an author more often than a person one works with. */
const LIKELY =
  /^(?: (?:would|might) (?:\p{L}+ )?(?:say|call|argue|frame|describe|suggest|think|have|want|want|weep|agree|see|put|be|ask|read|make|tell|smile|love|hate|cringe|approve|wait|do)\b| would[.,;!?]| (?:says|writes|describes?|calls|suggests?|argues?|talks about|recommends?|claims?|reminds|warns?|teaches|mentions?|has (?:an?|some)|puts? it|speaks? of|defines?|frames?|coined|advises?|himself|herself|rests|no help|not much help|helps?|is (?:good|great|useful|clear|brilliant|helpful|no help|wrong|right|my|a hero|the)\b|are (?:clear|good|great|useful)|again|on (?:\p{L}+)\b|in my (?:head|ear|mind)|of (?:me|us|you|him|her|them)\b|style\b|way\b|talk\b|stuff\b|vs\b|versus\b|or not))/u;
const REFERENCE =
  /(?:\b(?:per|cf|via|according to|quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|(?:re-?)?read(?:ing|s)?|channel(?:l?ing)?|à la|a la|e\.g\.?|i\.e\.?|borrow(?:ed|ing)? from|trained in|training in|versed in|steeped in|dose of|school of|loves?|stud(?:ied|ying)|in the|would|what would|am no|i'm no|not quite|pure|classic|very|more|think of|thinking of|remember|like|than|as|see|with|from|by|after) ?|[(/&+]) ?$/i;
const STRONG_REFERENCE =
  /\b(?:per|cf|according to|quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|à la|a la|trained in|(?:re-?)?reading|am no|i'm no|very|classic|in the) $/i;
const CLOSED = /^(?:'s|[.,;:)?!]|$| and | & |\/| or | at me| again| of me| on \p{Ll}| do | say )/u;

const sure = (word: Word, { tables }: Searched) => tables.list('authors').has(word.form);
const maybe = (word: Word, { tables }: Searched) =>
  tables.list('authors-in-context').has(word.form);

const LINKED = /^(?: & | and | or |, |\/| vs\.? |, and | \+ )$/;
const LINK_WORD = /^(?:and|or|vs|versus)$/;

/** The next or previous author of an enumeration, or -1: "Segal, Williams and Teasdale". */
function neighbour(searched: Searched, at: number, way: 1 | -1): number {
  const { words } = searched;
  const direct = words[at + way];
  const linked = LINK_WORD.test(direct?.form ?? '');
  const to = linked ? at + 2 * way : at + way;
  const word = words[to];
  const gap = way === 1 ? words[at + 1]?.gap : words[at]?.gap;
  if (!word || word.shape !== 'cap' || (!linked && !LINKED.test(gap ?? ''))) return -1;
  return sure(word, searched) || maybe(word, searched) ? to : -1;
}

/** An unmistakable author stands in the same enumeration. */
function besideAuthor(searched: Searched, at: number): boolean {
  for (const way of [1, -1] as const) {
    let to = neighbour(searched, at, way);
    for (let steps = 0; to !== -1 && steps < 3; steps++) {
      const word = searched.words[to];
      if (word && sure(word, searched)) return true;
      to = neighbour(searched, to, way);
    }
  }
  return false;
}

function afterName(searched: Searched, at: number): boolean {
  const word = searched.words[at];
  const before = searched.words[at - 1];
  const close =
    word?.gap === ' ' ||
    (word?.gap === '. ' && /^(?:mr|mrs|ms|mx|rev|st)$/.test(before?.form ?? ''));
  if (!word || !before || !close || before.shape === 'lower') return false;
  if (/^(?:mr|mrs|ms|miss|mx|rev|officer|nurse)$/.test(before.form)) return true;
  const given = before.shape === 'cap' && (before.flags & GIVEN) !== 0;
  return given && (before.flags & WORD) === 0 && !sure(before, searched);
}

/**
 * A surname that means an author of the field: unmistakable ones alone, common ones only beside a
 * sign of authorship; neither after a first name or a title of address.
 */
export function isAuthor(searched: Searched, at: number): boolean {
  const word = searched.words[at];
  if (!word || word.shape === 'lower') return false;
  if (afterName(searched, at)) return false;
  if (sure(word, searched)) return true;
  if (!maybe(word, searched)) return false;
  if (besideAuthor(searched, at)) return true;
  const after = searched.text.slice(word.end, word.end + 60);
  const before = searched.text.slice(Math.max(0, word.start - 24), word.start);
  if (OUTRIGHT.test(after) || (STRONG_REFERENCE.test(before) && CLOSED.test(after))) return true;
  const likely = LIKELY.test(after);
  if (searched.tables.list('authors-like-given').has(word.form)) {
    return (
      /^ would (?:call|frame|argue|describe) /.test(after) ||
      (likely && REFERENCE.test(before) && !/\b(?:with|by|from|after|like|than|as) $/i.test(before))
    );
  }
  return (
    likely ||
    (REFERENCE.test(before) &&
      CLOSED.test(after) &&
      !/\b(?:with|by|from|after|see|loves?|remember) $/i.test(before))
  );
}
