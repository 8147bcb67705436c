import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';

const WORDS = (most: number) => `(?:[\\p{L}'-]{2,20} ){0,${most}}`;
/** Nouns for a person, by occupation, kinship or fate. */
const PERSON =
  '(?:man|woman|guy|girl|boy|kid|person|couple|family|mother|father|mom|mum|dad|wife|husband|widow(?:er)?|son|daughter|(?:twin )?(?:sister|brother)|parent|teacher|nurse|doctor|surgeon|obstetrician|midwife|pilot|judge|priest|vicar|pastor|officer|cop|lawyer|professor|vet|dentist|engineer|driver|baker|butcher|farmer|pharmacist|psychologist|psychiatrist|student|coach|player|captain|survivor|witness|victim|whistleblower|mayor|councill?or|dancer|singer|author|actor|actress|journalist|reporter|artist|athlete|owner|firefighter|paramedic|soldier|sergeant|lieutenant|trooper|weatherman|newsreader|anchor|chef|plumber|electrician|barber|librarian|principal|headteacher|headmaster|headmistress|imam|rabbi|nun|monk|sheriff|senator|mp|selectman|diver|jockey|umpire|referee|conductor|organist|bus driver|postman|postmistress|lifeguard|swimmer|runner|cyclist|fisherman|skipper|goalkeeper|quarterback|principal dancer|doorman|bouncer|magician|clown|champion|winner|hero|janitor|caretaker|bishop|bell ringer)';
const PLACE =
  "(?:(?:the|this|that|our|her|his|their|my) )?(?:\\p{Lu}[\\p{L}'-]{1,24}(?: \\p{Lu}[\\p{L}'-]{1,24}){0,3}|(?:[\\p{L}-]{3,14} )?(?:county|town|village|city|state|school|department|company|squad|force|airline|region|island|parish|congregation|hospital|university|college|country|valley|district|precinct|fleet|station|battalion|regiment|league|firm|faculty|choir|orchestra|club|plant|mine|diocese|ward|unit|estate|street))";
const END = '(?=[.,;:!?)"\\n]|$| )';
const OFFICE =
  '(?:mayor|selectm[ae]n|selectwoman|councill?or|governor|senator|congress(?:wo)?man|mp|sheriff|police chief|fire chief|chief of police|bishop|archbishop|rabbi|imam|head ?master|head ?teacher|head ?mistress|head|principal|superintendent|coach|president|judge|weatherman|newsreader|anchor|vicar|pastor|minister|first minister|ambassador|lord mayor|provost|chancellor|football coach|bank manager|undertaker|postmaster|doctor in town)';
const KIN =
  '(?:ex-|step|late )?(?:wife|husband|son|daughter|kid|child|brother|sister|mother|father|partner|nephew|niece|cousin|widow|ex|mistress|secretary|driver|assistant|girlfriend|boyfriend|twin)';
const EVENT =
  '(?:diocese|church|crash|bombing|shooting|fire|flood|hurricane|tornado|hostage|siege|lawsuit|trial|scandal|news|paper|journal|lottery|rescue|murder|hiker|viral|video|documentary|championship|olympics|marathon|election|bishop|mayor|school board|collapse|explosion|strike|riot|derailment|sinking|avalanche|record)';
const MEDIA =
  '(?:news|papers?|local paper|front page|headlines|tv|telly|television|journal|telegraph|gazette|herald|times|tribune|globe|echo|post|documentary|radio|evening news|magazine)';

/** A shape, and a quick look for the rare word without which it cannot match. */
const SHAPES: readonly (readonly [gate: RegExp, shape: RegExp])[] = [
  [
    /\b(?:the|our) (?:only|first|youngest|oldest|sole|last) (?!sane|real|normal|good|safe|other)/i,
    new RegExp(
      `\\b(?:the|our) (?:only|first|youngest|oldest|sole|last) (?!sane|real|normal|good|safe|other)${WORDS(3)}${PERSON} (?:in|at|on|of|from|for) ${PLACE}${END}`,
      'giu',
    ),
  ],
  [
    /\b(?:former|ex|reigning|current|retired)[ -]/i,
    new RegExp(
      `\\b(?:the )?(?:former|ex|reigning|current|retired)[ -](?:Miss|Mr|Mayor|Olympi(?:c|an)|champion|world|national|MP|governor|senator|sheriff|mayor|bishop|premier|[\\p{L}]{3,14} champion|ferry captain|police chief)\\b(?: ${PLACE})?(?: (?:who|that) was [^.,;:!?\\n()"]{3,40}${MEDIA})?`,
      'gu',
    ),
  ],
  [
    /['’]s (?:ex-|step|late )?(?:wife|husband|son|daughter|kid|child|brother|sister|mother|father|partner|nephew|niece|cousin|widow|ex|mistress|secretary|driver|assistant|girlfriend|boyfriend|twin)\b/i,
    new RegExp(
      `\\b(?:the|our)(?: (?:local|town|city|county|former|current|late|town's|village|news|tv|school|high school|college|football))? ${OFFICE}['’]s ${KIN}\\b`,
      'giu',
    ),
  ],
  [
    / the (?:news|papers?|local|front|headlines|tv|telly|television|journal|telegraph|gazette|herald|times|tribune|globe|echo|post|documentary|radio|evening|magazine)/i,
    new RegExp(
      `\\b(?:the|that) ${WORDS(3)}${PERSON}(?: (?:who|that|from|whose|in|of|with|and) [^.,;:!?\\n()"]{0,50}?)? (?:(?:was|is|were|got|made|appeared) )?(?:all over|in|on|from) the ${MEDIA}\\b(?: (?:for|about|over|last|this|after) [\\p{L}' -]{2,40}${END})?`,
      'giu',
    ),
  ],
  [
    /\b(?:everyone|everybody|the whole|half the|all of)\b/i,
    new RegExp(
      `\\b(?:the|that|our) ${WORDS(3)}${PERSON} (?:that )?(?:everyone|everybody|the whole (?:town|village|school|county|street|place)|half the town|all of [\\p{L}]+)(?: (?:here|around here|in town|local))? (?:knows|recogni[sz]es|talks about|talked about|saw|remembers|has heard of)\\b`,
      'giu',
    ),
  ],
  [
    /\b(?:diocese|church|crash|bombing|shooting|fire|flood|hurricane|tornado|hostage|siege|lawsuit|trial|scandal|news|paper|journal|lottery|rescue|murder|hiker|viral|video|documentary|championship|olympics|marathon|election|bishop|mayor|school board|collapse|explosion|strike|riot|derailment|sinking|avalanche|record)\b/i,
    new RegExp(
      `\\b(?:the|that) ${WORDS(2)}${PERSON} (?:who|that|from|of|whose) (?:[^.,;:!?\\n()"]{0,40} )?(?:the |that )?(?:missing |school |bus |local |big |ferry |mill |mine )*${EVENT}\\b(?: on the news| in \\p{Lu}[\\p{L}]+)?`,
      'giu',
    ),
  ],
  [
    /\bwhose \w/i,
    /\bwhose (?:band|book|film|movie|song|blog|podcast|video|restaurant|company|team|father|mother|brother|sister|husband|wife|son|daughter|case|story) (?:opened for|won|was (?:on|in|all over)|made|went viral|is (?:on|in)|headlined|appeared|ran for|owns|founded|was the|killed|murdered|died in)\b[^.,;:!?\n()"]{2,50}(?=[.,;:!?)"\n]|$)/giu,
  ],
  [
    / who (?:led|founded|ran|commanded|coached|survived|exposed|discovered|captained) the /,
    /\b(?:retired |former )?[\p{L}-]{3,20} who (?:led|founded|ran|commanded|coached|survived|exposed|discovered|captained) the \p{Lu}[\p{L}'-]{1,20}(?: [\p{L}'-]{2,20}){0,4}/gu,
  ],
  [
    /\bviral\b/i,
    /\b(?:[Tt]he|[Tt]hat) (?:(?:man|woman|girl|boy|kid|guy|mom|mum|teacher|nurse) (?:from|in) the )?viral (?:video|tweet|post|clip|tiktok)\b/gu,
  ],
  [
    /\b(?:missing|murdered|drowned|famous|late)\b/i,
    /\b(?:the|a) (?:twin )?(?:sister|brother|mother|father|wife|husband|widow|son|daughter|parents?) of (?:the|that) (?:missing|murdered|drowned|famous|late) [\p{L}]{3,14}\b/giu,
  ],
];

/**
 * Details that single a person out without naming them: the only one of a kind in a place, kin of an
 * office holder, the one in the news. Patterns reach perhaps half of them, so a finding is never
 * certain and the absence of one promises nothing.
 */
export function tellingDetails({ text }: Searched): Finding[] {
  return SHAPES.flatMap(([gate, shape]) =>
    allMatches(text, shape, gate).map(({ index, 0: run }) => ({
      start: index,
      end: index + run.trimEnd().length,
      class: 'quasi' as const,
      sure: false,
    })),
  );
}
