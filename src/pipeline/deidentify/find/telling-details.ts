import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';

const REST = '[^.,;:!?\\n()"]{0,80}?';
const END =
  '(?=[.,;:!?)"\\n]|$| (?:and|but|so|who|which|because|since|says|said|told|asked|has|had|is|was) )';
const OFFICE =
  "mayor|selectman|selectwoman|councillor|councilor|governor|senator|congressman|congresswoman|mp|sheriff|police chief|fire chief|bishop|archbishop|rabbi|imam|headmaster|headteacher|headmistress|principal|superintendent|coach|ceo|president|dean|judge|weatherman|newsreader|anchor|footballer|quarterback|vicar|pastor|minister|first minister|prime minister|ambassador|consul|mp's";
const WORK =
  '(?:[\\p{L}-]{3,20} ){0,3}(?:firefighter|teacher|doctor|nurse|surgeon|obstetrician|midwife|pilot|judge|priest|officer|lawyer|professor|vet|dentist|engineer|driver|baker|butcher|farmer|pharmacist|psychologist|psychiatrist|therapist|resident|student|coach|player|member|survivor|woman|man|girl|boy|person|mayor|councillor|dancer|singer|author|actor|actress|journalist|reporter|artist|athlete|owner|employee|worker|family|couple|[\\p{L}]{3,12}(?:(?<!ev|oth|numb|quart|matt|pap|chapt|lett|answ|summ|wint|corn|flo|ang|ord|should|cent|off|pow|dinn)er|ist|ian|man|woman))';
const SHAPES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:the|our) (?:only|first|youngest|oldest|former|sole) (?!sane|real|normal|reasonable|good|safe|other|thing)${WORK} (?:in|at|of|on|from|to|for|ever)\\b${REST}${END}`,
    'giu',
  ),
  /\b(?:the )?(?:former|first|ex|reigning|current)[ -](?:Miss|Mr|Mrs|Mayor|Olympic|Olympian|champion|world|national|state|MP|governor|senator)\b(?: \p{Lu}[\p{L}'-]{1,20}){0,3}/gu,
  new RegExp(
    `\\b(?:the|our)(?: (?:local|town|city|county|former|current|late))? (?:${OFFICE})['’]s (?:ex-|step)?(?:wife|husband|son|daughter|kid|child|brother|sister|mother|father|partner|nephew|niece|cousin|widow|ex|mistress|secretary|driver|assistant)\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:the|that|a) (?:[\\p{L}'-]{2,20} ){1,6}?(?:on|in|from|all over) the (?:news|paper|papers|local paper|front page|headlines|tv|television|journal|telegraph|gazette|herald|times|documentary|radio|evening news)\\b${REST}${END}`,
    'giu',
  ),
  new RegExp(
    `\\b(?:the|that|our) (?:[\\p{L}'-]{2,20} ){1,5}?(?:everyone|everybody|the whole (?:town|village|school|county|street|community)|half the town)(?: (?:here|around here|in town|local))? (?:knows|recognises|recognizes|talks about|talked about|saw|remembers|has heard of)${REST}${END}`,
    'giu',
  ),
  new RegExp(
    `\\b(?:the|a|that) (?:man|woman|guy|person|couple|mother|father|mom|mum|dad|teacher|nurse|doctor|driver|girl|boy|family|twin sister|twin brother|sister|brother|wife|husband|widow|son|daughter|parent|whistleblower|survivor|witness|victim|kid|student|cop|officer|pilot|pharmacist|lieutenant) (?:who|that|from|of|in|whose) (?:sued|exposed|survived|won|killed|shot|found|led|lost|rescued|saved|founded|invented|discovered|testified|confessed|caused|blew|was|went viral|made|the|ran)\\b[^.,;:!?\\n()"]{0,70}?(?:diocese|crash|bombing|shooting|fire|flood|hurricane|tornado|hostage|lawsuit|trial|scandal|news|paper|journal|lottery|rescue|murder|missing|hiker|viral|video|documentary|championship|olympics|election|case|bishop|mayor|school|hospital|company|city|town|county|team|record|award|plane|ferry|bus|train|collapse|explosion|strike|protest|riot|march)\\b${REST}${END}`,
    'giu',
  ),
  new RegExp(
    `\\bwhose (?:band|book|film|movie|song|blog|podcast|video|art|restaurant|company|team|father|mother|brother|sister|husband|wife|son|daughter|case|story) (?:opened for|won|was (?:on|in|all over)|made|went viral|is (?:on|in)|headlined|appeared|ran for|owns|founded|was the|is the|killed|murdered|died in)\\b${REST}${END}`,
    'giu',
  ),
  new RegExp(
    `\\b(?:retired |former )?[\\p{L}-]{3,20} who (?:led|founded|ran|commanded|coached|survived|exposed|discovered|broke|captained) the \\p{Lu}[^.,;:!?\\n()"]{2,60}?${END}`,
    'gu',
  ),
  /\bwent viral\b|\b(?:the|that) viral (?:video|tweet|post|clip|tiktok)\b/giu,
];
/** Only a text with one of these words can hold a telling detail. */
const GATE =
  /\b(?:only|first|last|youngest|oldest|former|sole|ex-|news|papers?|journal|headlines?|tv|television|viral|everyone|everybody|whole|whose|who|mayor|selectman|sheriff|bishop|governor|senator|judge|missing|documentary|radio|reigning|coach|chief|councill?or|superintendent|vicar|pastor|ambassador|ceo|principal)\b/i;

/**
 * Details that single a person out without naming them: the only one of a kind in a place, kin of an
 * office holder, the one in the news. Pattern work reaches perhaps half of them, so a finding is
 * never certain and the absence of one promises nothing.
 */
export function tellingDetails({ text }: Searched): Finding[] {
  if (!GATE.test(text)) return [];
  return SHAPES.flatMap((shape) =>
    [...text.matchAll(shape)].map(({ index, 0: run }) => ({
      start: index,
      end: index + run.trimEnd().length,
      class: 'quasi' as const,
      sure: false,
    })),
  );
}
