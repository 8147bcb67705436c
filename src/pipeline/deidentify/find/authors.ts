import { GIVEN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import type { Word } from '../words.ts';

const AFTER =
  /^(?:'s? (?:\p{Lu}|[\p{Ll}-]{0,24} ?(?:model|theory|theories|phases?|stages?|tasks?|work|paper|papers|book|books|concept|idea|ideas|notion|term|manual|matrix|cycle|scale|inventory|protocol|approach|method|technique|article|chapter|definition|formulation|framework|hierarchy|needs|criteria|trial|study|research|writing|view|take|line|point|distinction|four|five|six|seven|three|core|good|true|false|secure|holding|attachment|triangle|sense|style|experiments?|dogs?|box|rats?|talk|podcast|workshop|training|lecture|video|tape|language|words|phrase|question|questions|exercise)\b)|(?: \(?(?:19|20)\d\d)|(?:,? et al)|-(?:style|ian|type|informed|inspired|esque|based)|(?:ian|esque)\b| (?:style|sense|model|manual|trial|paper|book|matrix|scale|method|group's|videos?|tapes?|workshop|training|approach|school|camp|fans?|nerds|people|podcast|protocol|framework|way|talks?|again|here)\b| (?:would|might|could|says?|said|writes?|wrote|describes?|described|calls?|called|suggests?|suggested|argues?|argued|talks? about|talked about|recommends?|claims?|reminds|warns?|teaches|taught|thinks of|means|meant|himself|herself|rests|mentions?|has a|had a|puts? it|on (?:rupture|repair|grief|shame|trauma|alliance|couples|trust|contempt)|et al|speaks? of|defines?|frames?|coined|advises?|encourages|advocates|conceptuali[sz]es|and colleagues))/u;
const BEFORE =
  /(?:\b(?:per|see|cf|by|via|reading|read|reread|rereading|according to|as|from|like|than|quoting|quote|cites?|citing|channel(?:l?ing)?|following|after|borrow(?:ing|ed)? from|à la|a la|in the|the|of|vs|versus|with|think(?:ing)? of|love|loved|studied|re-?reading|listening to|more|very|pure|classic|e\.g|i\.e|using|use)\b[,:]? $|[(/&+] ?$|; $)/i;
const MARKED_AFTER = /^(?:'s|[.,;:)?!]|$| and | & |\/| or )/;

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
  return before.shape === 'cap' && (before.flags & GIVEN) !== 0 && !before.opens
    ? !sure(before, searched)
    : before.shape === 'cap' &&
        (before.flags & GIVEN) !== 0 &&
        !searched.tables.list('safe').has(before.form) &&
        (before.flags & 1) === 0;
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
  if ((word.flags & GIVEN) !== 0)
    return (
      /^'s? \p{Lu}|^ \(?(?:19|20)\d\d|^,? et al|^-(?:style|ian)/u.test(after) ||
      (BEFORE.test(before) && AFTER.test(after))
    );
  return (
    AFTER.test(after) ||
    (BEFORE.test(before) &&
      MARKED_AFTER.test(after) &&
      !/\b(?:with|by|the|of|from|as) $/.test(before))
  );
}
