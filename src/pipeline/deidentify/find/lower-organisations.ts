import type { Finding } from '../finding.ts';
import { GIVEN, SURNAME, TOWN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isOrdinary } from '../vocabulary.ts';
import type { Word } from '../words.ts';

const HEAD =
  /^(?:hospital|infirmary|hospice|clinic|centre|center|school|elementary|primary|academy|college|university|high|middle|church|chapel|parish|temple|mosque|masjid|synagogue|gurdwara|cathedral|baptist|methodist|unitarian|lutheran|presbyterian|catholic|home|house|inn|shelter|society|club|foundation|institute|ymca|ywca|medical|health|services|general|memorial|park|mill|mills|street|avenue|ave|road|rd|lane|hill|harbor|harbour|hall|library|market|mall|plaza|bar|cafe|bakery|diner|meeting|insurance|bank|company|construction|brands|aviation|motors|foods|mutual|counseling|counselling|county|heights|port|end|point|square|gardens|bridge|falls)$/;
const LEADS =
  /^(?:at|from|for|in|near|with|to|through|by|into|outside|behind|attends?|attended|visited|of|the|on)$/;
/** Before a head these make a kind of place, not a name: "day hospital", "high school". */
const KIND =
  /^(?:a|an|the|my|his|her|their|our|your|this|that|each|every|another|some|any|no|same|new|old|local|nearest|nearby|different|day|state|private|public|local|community|county|city|high|middle|primary|secondary|elementary|junior|senior|grad|graduate|law|medical|med|nursing|nurse|night|summer|winter|boarding|art|drama|music|dance|bible|sunday|saturday|after|general|mental|psychiatric|psych|veterans|children's|childrens|women's|womens|men's|foster|group|care|funeral|halfway|detox|rehab|open|front|back|side|work|home|church|school|college|day|drop-in|crisis|pain|sleep|memory|eating|outpatient|inpatient|residential|specialist|teaching|acute|emergency|urgent|walk-in|health|sexual|whole|big|small|little|good|bad|great|last|first|next|other|own|dream|empty|safe|family|parents|mum's|mom's|dad's|nan's|gran's|mother's|father's|his|two|three|full|half|dead|deep|far|book|working|mens|strip|gay|sports|sport|leisure|shopping|town|village|call|dog|car|science|theme|water|amusement|trailer|retail|business|head|kitchen|main|busy|quiet|dark|cold|cross|side|one-way|busy|memory|down|up|off|on|in|at|to|and|or|of|for|with|from|not|very|too|so|more|most|being|feel|felt|feeling|went|go|goes|going|came|come|left|leave|leaving|get|got|getting|is|was|be|been|i|he|she|they|we|you|it|even|just|still|back|straight|all|both|when|if|but|then|than|as|about|into|over|under|between|weekly|monthly|daily|support|peer|therapy|therapist|staff|team|online|zoom|virtual|in-person|early|late|anger|grief|trauma|social|physical|public|behavioral|behavioural|occupational|human|client|patient|student|crisis|respite|supported|sheltered|council|social|nursing|retirement|convalescent|rest|safe|sober|recovery|treatment|day|youth|teen|kids|women|men|rugby|football|chess|drama|after-school|breakfast|homework|lunch|pain|fertility|dental|eye|vet|animal|dead|long|high|low|rough|wrong|right|near|far|rear|tail|loose|bitter|weekend|week|month|year|book|year's|dinner|tail|opposite|deep|receiving|shallow|sharp)$/;
const FUNCTION =
  /^(?:a|an|the|my|his|her|their|our|your|this|that|and|or|but|is|was|are|were|be|been|being|to|of|in|on|at|for|with|from|by|as|if|so|not|no|i|he|she|they|we|you|it|who|which|when|where|because|about|into|over|under|up|down|out|off|all|each|every|some|any|very|too|more|most|just|still|even|only|then|than|there|here|what|how|why|has|have|had|do|does|did|will|would|can|could|should|may|might|must|going|go|goes|went|get|got|me|him|them|us|mine|same|other|another|own|such|after|before|during|since|until|while)$/;

/** A word that only a name would put before such a head. */
function tells(word: Word, searched: Searched): boolean {
  return !isOrdinary(word.form, searched.tables) || /^(?:st|saint|mount|mt)$/.test(word.form);
}

/** First word of the name that ends with the head, or -1. */
function startOf(searched: Searched, head: number): number {
  const { words } = searched;
  let first = -1;
  let told = false;
  for (let at = head - 1; at >= Math.max(0, head - 4); at--) {
    const word = words[at];
    const next = words[at + 1];
    if (!word || !next || !/^(?: |-|\. | & )$/.test(next.gap)) break;
    const linked = /^(?:of|and)$/.test(word.form) && at < head - 1 && told;
    if (!linked && (FUNCTION.test(word.form) || (KIND.test(word.form) && at === head - 1))) break;
    if (!linked) first = at;
    if (tells(word, searched)) told = true;
  }
  if (first === -1) return -1;
  const lead = words[first - 1];
  const named = told || (words[first]?.flags ?? 0) & (TOWN | GIVEN | SURNAME);
  const led = lead !== undefined && words[first]?.gap === ' ' && LEADS.test(lead.form);
  return told || (led && named) ? first : -1;
}

/** Names of organisations and places typed in small letters, told by their head: "at butler hospital". */
export function lowerOrganisations(searched: Searched): Finding[] {
  if (!searched.lowerCased) return [];
  const { words } = searched;
  const found: Finding[] = [];
  let done = 0;
  for (let at = 1; at < words.length; at++) {
    const head = words[at];
    if (!head || head.shape !== 'lower' || !HEAD.test(head.form)) continue;
    const first = startOf(searched, at);
    if (first < done) continue;
    let last = at;
    while (words[last + 1]?.gap === ' ' && HEAD.test(words[last + 1]?.form ?? '')) last++;
    const start = words[first]?.start ?? head.start;
    found.push({ start, end: words[last]?.full ?? head.full, class: 'org', sure: false });
    done = last + 1;
  }
  return found;
}
