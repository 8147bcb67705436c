import { roleOf } from '../roles.ts';
import type { Searched } from '../searched.ts';
import { nameLike } from '../vocabulary.ts';

const DEEDS = new Set(
  "said says told tells asked asks came comes left leaves went goes wants wanted thinks thought feels felt called calls texted texts emailed emails wrote writes cried cries laughed laughs walked walks sat sits stood brought brings missed misses cancelled canceled cancels stopped started keeps kept looked looks hates hated loves loved lives lived moved moves works worked knows knew believes believed remembers remembered insists insisted refuses refused reports reported describes described presents presented attends attended agreed agrees disagreed apologised apologized apologises apologizes smiled shrugged nodded sighed yelled shouted screamed whispered replied answered arrived returned returns disclosed discloses admitted admits denied denies avoids avoided got gets gave gives took takes made makes found finds saw sees heard hears met meets spoke speaks talked talks mentioned mentions noticed notices tried tries needs needed seems seemed stormed slammed ghosted quit died passed passes grew dropped drops turned turns finished finishes showed shows shared shares joined explained explains finally never always recently often usually still already also just hasn't doesn't didn't isn't wasn't won't couldn't has had does did fired referred sent sends paid pays waits waited drove drives read reads prefers preferred struggles struggled".split(
    ' ',
  ),
);
/** Names that are abstract nouns or things: "is" and "was" say nothing about them. */
const ABSTRACT = new Set(
  'hope faith grace joy dawn summer autumn rose art patience charity love peace precious trinity melody destiny star sunny angel winter honey harmony justice liberty mercy prudence serenity unity verity glory happy lucky page job stone rain river sky storm ocean sage holly ivy daisy poppy lily violet olive ginger pepper basil rosemary candy sugar cookie brandy crystal ruby pearl jewel amber opal jade misty dusty rusty rocky sandy chance chase dash trip major judge king queen prince princess duke earl dean bishop hunter mason porter carter cooper tanner baker fletcher marshall scout journey legend genesis eden haven heaven bliss blossom clover fern hazel heather iris jasmine juniper laurel magnolia myrtle raven robin wren lark dove fox wolf tiger bear bird bunny kitty cat buck colt drew cash bill buzz spike star gene guy herb jack jean jet ray rich rod skip tank van will may march mark chip chuck cliff clay dale glen heath hill lane brook bridge reed ridge reef temple ward winter'.split(
    ' ',
  ),
);
/** Deeds that abstract things do as well: "Faith keeps coming up". */
const VAGUE =
  /^(?:keeps|kept|comes|makes|made|gets|got|seems|seemed|gives|gave|takes|took|works|worked|goes|went|died|grew|turned|turns|returned|returns|lives|needs|drops|dropped|passes|passed|finds|found|never|always|often|usually|still|already|also|just|has|had|does|did|doesn't|didn't|isn't|wasn't|hasn't|won't|couldn't|finally|recently)$/;
const STATE =
  /^ (?:is|was|'s) (?:\d|an? \d|my (?:client|patient|supervis)|[a-z]{2,14}ing\b|not my\b|\w+ years|angry|furious|upset|back\b|late\b|gone\b|here\b|in (?:her|his|their) (?:\d|late|early|mid|teens|twent|thirt|fort|fift|sixt|sevent)|very\b|so\b|really\b|scared|afraid|sad\b|tearful|silent|quiet|nice\b|pregnant|married|divorced|single|non-?binary|trans\b|gay\b|a (?:young|single|retired|trans|woman|man|nurse|teacher|student|veteran|mother|father|mum|mom|dad|new client))/;
const APPOSITION =
  /^(?:, (?:\d{1,2}\b|an? \d|(?:his|her|their|my|our|the|whose|who|a) )| \((?:\d{1,3}|he|she|they|his|her|their|my|f|m)\b| \/ ?\d)/i;

/** What only a person has. */
const OWNED =
  /^(?:words?|face|voice|eyes|hands?|house|flat|apartment|car|phone|letters?|emails?|texts?|messages?|sessions?|birthday|reaction|anger|silence|tears|school|therapist|doctor|insurance|mood|anxiety|depression|drinking|behaviou?r|parents|family|kids|record|file|chart|notes?|name|story|childhood|marriage|divorce|mum's|mother's|trauma|attachment|withdrawal|question|questions|fee|chair|coat|job|boss|work|withdrawal|last|first|older|younger|new|ex)$/;
const SPEECH =
  /^ (?:said|says|told|tells|asked|asks|replied|answered|laughed|cried|shrugged|texted|emailed|cancelled|canceled|stormed|whispered|admitted|disclosed|insisted|apologi[sz]ed|hasn't|doesn't|didn't|isn't|wasn't|won't)\b/;

/** A sign that fits hardly anything but a person: speaking, an age, kin after a possessive. */
export function hasStrongSign(searched: Searched, at: number): boolean {
  const { words, text } = searched;
  const word = words[at];
  if (!word) return false;
  const after = text.slice(word.full, word.full + 40);
  if (word.full > word.end) return roleOf(words[at + 1]?.form ?? '') !== undefined;
  const next = words[at + 1];
  const surname =
    next?.gap === ' ' &&
    next.shape === 'cap' &&
    !next.opens &&
    nameLike(next.flags) !== null &&
    (next.flags & 1) === 0;
  return surname || SPEECH.test(after) || APPOSITION.test(after) || personBefore(searched, at);
}

/** Something around an ambiguous word tells that a person is meant: "Hope came back", "Rose, her doula". */
export function hasPersonSign(searched: Searched, at: number): boolean {
  const { words, text, tables } = searched;
  const word = words[at];
  if (!word) return false;
  const next = words[at + 1];
  const after = text.slice(word.full, word.full + 40);
  if (word.full > word.end)
    return OWNED.test(next?.form ?? '') || roleOf(next?.form ?? '') !== undefined;
  if (next?.gap === ' ' && (DEEDS.has(next.form) || DEEDS.has(next.text.toLowerCase())))
    return !/^(?:had|did|has|does|do)$/.test(next.form) || word.form !== 'will';
  if (STATE.test(after)) return true;
  if (/^(?: is| was| has) /.test(after) && !ABSTRACT.has(word.form)) return true;
  if (
    /^(?:will|may|mark|chase|rob|sue|skip|drew|grant|nick|jack|pat|chuck)$/.test(word.form) &&
    /^ (?:is|was|has|had|will|would)\b/.test(after)
  )
    return true;
  if (APPOSITION.test(after)) return true;
  if (
    next?.gap === ' ' &&
    next.shape === 'cap' &&
    nameLike(next.flags) &&
    !tables.list('safe').has(next.form) &&
    (next.flags & 1) === 0
  )
    return true;
  return personBefore(searched, at);
}

/** A cue or another name right before: "client Will", "and Grace", "with Hope". */
function personBefore({ words }: Searched, at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before || !/^(?: |, | \(|: )$/.test(word.gap)) return false;
  if (roleOf(before.form) && before.full === before.end) return true;
  return (
    /^(?:named|called|name's|aka)$/.test(before.form) ||
    (/^(?:case|name|re|patient|client|pt|ct|presenting|cc)$/.test(before.form) && word.gap === ': ')
  );
}
