/** What follows an author only: a year, "et al.", a work or an idea of theirs, a theory word. */
const OUTRIGHT =
  /^(?:,? \(?(?:19|20)\d\d\b|,? et al|-(?:style|ian|type|informed|inspired|esque|based)\b|'s? (?:\p{Lu}[\p{Lu}\d-]+\b|(?:[\p{Ll}-]{1,24} ){0,2}(?:model|theor(?:y|ies)|phases?|stages?|tasks?|papers?|books?|concepts?|ideas?|notion|term|manual|matrix|cycle|scale|inventory|protocol|method|technique|article|chapter|definition|formulation|framework|hierarchy|criteria|trial|stud(?:y|ies)|research|writings?|distinction|triangle|experiments?|dogs?|lectures?|podcast|workshop|thirdness|questions?|true self|false self|good enough|secure base|holding|container|third|core conditions|conditions)\b)| (?:sense|model|manual|trial|matrix|scale|method|protocol|framework|camp|fans?|nerds|people here|workshop|podcast|tapes?|quote|paper|book|inventory|institute|approach|school)\b| (?:writes?|wrote) (?:about|that|of|in|on)\b| and colleagues\b)/u;
/** What follows an author more often than a person one works with. */
const LIKELY =
  /^(?: (?:would|might) (?!not |never |like |have |rather |be |prefer |only )\p{Ll}{2,14}\b| would[.,;!?]| would (?:have|be|like|never|not|rather)\b| (?:says|writes|describes?|calls|suggests?|argues?|talks about|recommends?|claims?|reminds|warns?|teaches|mentions?|has (?:an?|some)|puts? it|speaks? of|defines?|frames?|coined|approves?|agrees?|disagrees|insists|winces|nods|smiles|shrugs|advises?|himself|herself|rests|no help|not much help|helps?|is (?:good|great|useful|clear|brilliant|helpful|no help|wrong|right|my|a hero|the)\b|are (?:clear|good|great|useful)|again|on \p{L}{1,30}|in my (?:head|ear|mind)|of (?:me|us|you|him|her|them)|style|way|talk|stuff|vs|versus|or not)\b)/u;
const REFERENCE =
  /(?:\b(?:per|cf|via|according to|quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|(?:re-?)?read(?:ing|s)?|channel(?:l?ing)?|à la|a la|e\.g\.?|i\.e\.?|borrow(?:ed|ing)? from|trained in|training in|versed in|steeped in|dose of|school of|stud(?:ied|ying)|in the|would|am no|i'm no|not quite|pure|classic|very|more|think of|thinking of) ?|[(/&+]) ?$/i;
const LOOSE_REFERENCE = /\b(?:loves?|remember|like|than|as|see|with|from|by|after) $/i;
const STRONG_REFERENCE =
  /\b(?:per|cf|according to|quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|à la|a la|trained in|(?:re-?)?reading|am no|i'm no|very|classic|in the) $/i;
const CLOSED = /^(?:'s|[.,;:)?!]|$| and | & |\/| or | at me| again| of me| on \p{Ll}| do | say )/u;
const THEORY = /^ would (?:call|frame|argue|describe) /;

/** The words around a surname say outright that its bearer wrote something. */
export function isOutright(before: string, after: string): boolean {
  return OUTRIGHT.test(after) || (STRONG_REFERENCE.test(before) && CLOSED.test(after));
}

/** What follows is said of authors more often than of people one works with. */
export function isLikely(after: string): boolean {
  return LIKELY.test(after);
}

/** "How would Herman handle it": one asks so about an author. */
const ASKED = /\b(?:how|what|where|why) (?:would|might) $/i;

/** The words around a surname refer to a text; `firstName` asks for more, as it may be a client. */
export function isReference(before: string, after: string, firstName: boolean): boolean {
  const likely = LIKELY.test(after);
  if (firstName) return THEORY.test(after) || (likely && REFERENCE.test(before));
  if (likely || ASKED.test(before)) return true;
  return REFERENCE.test(before) && CLOSED.test(after) && !LOOSE_REFERENCE.test(before);
}
