import { SAFE, WORD } from '../name-tables.ts';
import { roleOf } from '../roles.ts';
import type { Searched } from '../searched.ts';
import { nameLike } from '../vocabulary.ts';
import type { Word } from '../words.ts';

const DEEDS = new Set(
  "said says told tells asked asks came comes left leaves went goes wants wanted thinks thought feels felt called calls texted texts emailed emails wrote writes cried cries laughed laughs walked walks sat sits stood brought brings missed misses cancelled canceled cancels stopped started keeps kept looked looks hates hated loves loved lives lived moved moves works worked knows knew believes believed remembers remembered insists insisted refuses refused reports reported describes described presents presented attends attended agreed agrees disagreed apologised apologized apologises apologizes smiled shrugged nodded sighed yelled shouted screamed whispered replied answered arrived returned returns disclosed discloses admitted admits denied denies avoids avoided got gets gave gives took takes made makes found finds saw sees heard hears met meets spoke speaks talked talks mentioned mentions noticed notices tried tries needs needed seems seemed stormed slammed ghosted quit died passed passes grew dropped drops turned turns finished finishes showed shows shared shares joined explained explains finally never always recently often usually still already also just hasn't doesn't didn't isn't wasn't won't couldn't has had does did fired referred sent sends paid pays waits waited drove drives read reads prefers preferred struggles struggled does".split(
    ' ',
  ),
);
/** Names that are abstract nouns or things: "is" and "was" say nothing about them. */
const ABSTRACT = new Set(
  'hope faith grace joy love peace patience charity mercy justice liberty harmony serenity unity prudence verity glory destiny trinity melody dawn summer autumn winter art job page star rain sky storm honey chance trip judge king queen cash bill buzz spike jet van march journey legend temple ward sage stone ocean river heaven haven bliss eden genesis candy sugar brandy ginger pepper rock cookie happy lucky major chase dash drew rich'.split(
    ' ',
  ),
);
/** Deeds that abstract things do as well: "Faith keeps coming up". */
const VAGUE =
  /^(?:keeps|kept|comes|makes|made|gets|got|seems|seemed|gives|gave|takes|took|works|worked|goes|went|died|grew|turned|turns|returned|returns|lives|needs|drops|dropped|passes|passed|finds|found|never|always|often|usually|still|already|also|just|has|had|does|did|doesn't|didn't|isn't|wasn't|hasn't|won't|couldn't|finally|recently)$/;
const STATE =
  /^ (?:is|was|'s) (?:\d|an? \d|my (?:client|patient|supervis)|(?!fading|lacking|missing|dwindling|growing|waning|slipping|coming|returning|something|nothing|anything|everything)[a-z]{2,14}ing\b|not my\b|angry|furious|upset|back\b|late\b|gone\b|in (?:her|his|their) (?:\d|late|early|mid|teens|twent|thirt|fort|fift|sixt|sevent)|scared|afraid|sad\b|tearful|silent|quiet|pregnant|married|divorced|single|non-?binary|trans\b|gay\b|a (?:young|single|retired|trans|woman|man|nurse|teacher|student|veteran|mother|father|mum|mom|dad|new client))/;
/** A deed of any kind with an object or a direction: "Grace touches the door". */
const ACTS =
  /^ (?!helps|matters|hurts|feels|means|counts|plays|happens|shows|springs|moves|keeps|makes|gets|gives|takes|works|goes|seems|needs|lives|is|was|has|does|as|its|this)[a-z]{3,12}(?:[^s]s|ed) (?:the|her|his|my|a|an|me|at|into|to|out|off|up|down|away|when|with|back|over|like|every|each|nothing|everything)\b/;
const IS = /^ (?:is|was|has|had|will|would) /;
const APPOSITION =
  /^(?:, (?:[a-z-]{2,12}, )?(?:\d{1,2}\b|(?:early|mid|late)[ -]\d|an? \d|(?:his|her|their|my|our|the|whose|who|a) )| \((?:\d{1,3}|he|she|they|his|her|their|my|f|m)\b| \/ ?\d)/i;
const FROM = /^ (?:from|in|of) \p{Lu}/u;
/** What only a person has. */
const OWNED =
  /^(?:words?|face|voice|eyes|hands?|house|flat|apartment|car|phone|letters?|emails?|texts?|messages?|sessions?|birthday|reaction|anger|silence|tears|school|therapist|doctor|insurance|mood|anxiety|depression|drinking|behaviou?r|parents|family|kids|record|file|chart|notes?|name|story|childhood|marriage|divorce|mum's|mother's|trauma|attachment|withdrawal|questions?|fee|chair|coat|job|boss|work|last|first|older|younger|new|ex)$/;
const SPEECH =
  /^ (?:said|says|told|tells|asked|asks|replied|answered|laughed|cried|shrugged|texted|emailed|cancelled|canceled|stormed|whispered|admitted|disclosed|insisted|apologi[sz]ed|hasn't|doesn't|didn't|isn't|wasn't|won't)\b/;
const NAMING = /^(?:named|called|name's|aka)$/;
const LABEL = /^(?:case|name|re|patient|client|pt|ct|presenting|cc)$/;

function ownsLikeAPerson(next: Word | undefined): boolean {
  const form = next?.form ?? '';
  return OWNED.test(form) || roleOf(form) !== undefined;
}

/** A capitalised surname follows. */
function hasSurname(next: Word | undefined): boolean {
  if (next?.gap !== ' ' || next.shape !== 'cap' || next.opens) return false;
  return nameLike(next.known) !== null && (next.known & WORD) === 0 && (next.known & SAFE) === 0;
}

/** A cue right before: "client Will", "called Bug", "Case: Lark". */
function personBefore({ words }: Searched, at: number): boolean {
  const { gap = '' } = words[at] ?? {};
  const before = words[at - 1];
  if (!before || before.full > before.end || !/^(?: |, | \(|: )$/.test(gap)) return false;
  if (roleOf(before.form) || NAMING.test(before.form)) return true;
  return gap === ': ' && LABEL.test(before.form);
}

/** A sign that fits hardly anything but a person: speaking, an age, kin after a possessive. */
export function hasStrongSign(searched: Searched, at: number): boolean {
  const { words, text } = searched;
  const word = words[at];
  if (!word) return false;
  const next = words[at + 1];
  if (word.full > word.end) return roleOf(next?.form ?? '') !== undefined;
  const after = text.slice(word.full, word.full + 40);
  if (SPEECH.test(after) || APPOSITION.test(after)) return true;
  return hasSurname(next) || personBefore(searched, at);
}

/** Person-like doing or being after the word. */
function actsLikeAPerson(word: Word, next: Word | undefined, after: string): boolean {
  const thing = ABSTRACT.has(word.form);
  if (next?.gap === ' ' && thing && VAGUE.test(next.form)) return false;
  if (next?.gap === ' ' && DEEDS.has(next.text.toLowerCase())) return true;
  return STATE.test(after) || ACTS.test(after) || (!thing && (IS.test(after) || FROM.test(after)));
}

/** Something around an ambiguous word tells that a person is meant: "Hope came back", "Rose, her doula". */
export function hasPersonSign(searched: Searched, at: number): boolean {
  const { words, text } = searched;
  const word = words[at];
  if (!word) return false;
  const next = words[at + 1];
  if (word.full > word.end) return ownsLikeAPerson(next);
  const after = text.slice(word.full, word.full + 40);
  if (actsLikeAPerson(word, next, after) || APPOSITION.test(after)) return true;
  return hasSurname(next) || personBefore(searched, at);
}
