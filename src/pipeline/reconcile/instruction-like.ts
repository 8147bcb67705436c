/** Talk to a reading machine, in a few languages; ordinary case talk ('ignore everything') alone is not. */
const SIGNS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules|guidelines|definitions|safety (?:rules|checks?))\b/i,
  /\b(?:system|developer) (?:prompt|message|instructions?)\b|<\/?(?:system|assistant|instructions?)>|\[\/?(?:inst|system)\]|<\|[a-z_]{2,20}\|>/i,
  /\b(?:you are|act as|pretend to be|behave as)\b.{0,30}\b(?:an? )?(?:ai|assistant|chatbot|language model|bot|dan)\b/i,
  /\b(?:note|message|instructions?) (?:to|for) (?:the |any )?(?:ai|assistant|bot|model|llm|reader)\b/i,
  /\b(?:always|only|must) (?:state|say|answer|reply|respond|output|report|write)\b.{0,40}\b(?:safe|no risk|clear|fine|json|label)/i,
  /\bwhen you (?:summari[sz]e|answer|reply|respond|classify|assess)\b/i,
  /\b(?:respond|reply|answer|output) (?:only )?(?:with|in)\b.{0,20}\b(?:json|labels?|the word)\b/i,
  /\b(?:supervisor|admin|owner) (?:has )?(?:approved|authori[sz]ed|cleared)\b.{0,40}\b(?:skip\w{0,5}|without|no) (?:the )?(?:safety|checks?|review)/i,
  /\b(?:reveal|print|repeat|show)\b.{0,20}\b(?:your|the) (?:system )?(?:prompt|instructions)\b/i,
  /\b(?:ignorier|vergiss)\w{0,4}\b.{0,40}\b(?:anweisung|regel|vorgabe)/i,
  /\bignore[zr]?\b.{0,40}\b(?:consignes|instructions|règles)\b|\bignora\b.{0,40}\b(?:instrucciones|reglas|istruzioni)\b/i,
];
const READ = 40_000;

/**
 * True when a text seems to tell its reader what to do rather than to tell a case. Only a flag for the
 * audit: no filter stops every such text, and none is needed where nothing in the text is obeyed.
 */
export function instructionLike(text: string): boolean {
  const lines = text.slice(0, READ).split(/\n|(?<=[.!?])\s/);
  return lines.some((line) => SIGNS.some((sign) => sign.test(line.slice(0, 1000))));
}
