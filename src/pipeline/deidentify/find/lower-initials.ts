import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { roleBeside } from './role-beside.ts';

const DOTTED = /(?<![\p{L}\p{N}.@/])[a-z]\.(?: ?[a-z]\.){1,3}(?![\p{L}\p{N}@])/gu;
const LONE =
  /(?<![\p{L}\p{N}.'/@-])[b-hj-z]\.(?= (?:said|says|told|asked|asks|left|came|comes|went|walked|wants|wanted|was|is|has|had|wrote|cried|laughed|missed|cancelled|canceled|texted|called|mentioned|mentions|feels|felt|thinks|keeps|kept|didn't|doesn't|won't|and|who)\b)|(?<=\()[b-hj-z]\.(?=\))|(?<=\b(?:mr|mrs|ms|mx|miss|dr|client|ct|pt|patient|it's|with) )[b-hj-z]\.?(?=[,;.]|$| (?:is|was|has|said|told|came|left|does)\b)/gu;
const KNOWN =
  /^(?:e\. ?g\.|i\. ?e\.|a\. ?m\.|p\. ?m\.|n\. ?b\.|p\. ?s\.|u\. ?s\.|u\. ?k\.|a\. ?k\. ?a\.|b\. ?i\. ?d\.|t\. ?i\. ?d\.|p\. ?r\. ?n\.|p\. ?o\.|q\. ?d\.|m\. ?d\.|c\. ?v\.|o\. ?k\.|d\. ?o\. ?b\.|w\. ?o\.)$/;

/** Initials in a text without capitals: "j.m.", "t. walked out", "mr k". */
export function lowerInitials(searched: Searched): Finding[] {
  if (!searched.lowerCased) return [];
  const found: Finding[] = [];
  for (const shape of [DOTTED, LONE]) {
    for (const { index, 0: run } of allMatches(searched.text, shape)) {
      if (KNOWN.test(run)) continue;
      const at = searched.wordAt(index);
      const role = roleBeside(searched, at, at);
      const end = index + run.length;
      found.push({ start: index, end, class: 'name', ...(role ? { role } : {}), sure: true });
    }
  }
  return found;
}
