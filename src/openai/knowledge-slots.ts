import type { Family, Knowledge, Label } from '../knowledge/knowledge.ts';

/** The order in which the prompt asks the reader to go through the families. */
const ORDER: readonly Family[] = [
  'withdrawal',
  'confrontation',
  'mixed',
  'impasse-type',
  'impasse-course',
  'trigger',
  'therapist-side',
  'cause',
];

/** Never the model's to find: identifiers are taken out before it sees anything. */
const NOT_ASKED = 'sf-identifiers';
/** Remarks on sources and on what the software does with a label; a reader of a case has no use for them. */
const ASIDE = new RegExp(
  [
    ' ?\\((?:[^()]{1,120}\\[V2?\\]|P\\d\\d|section \\d|assess|ask first|still ask|cause|safety first|safety|rules vary: ask|ladder: second opinion|check sf-[^()]{1,60})\\)',
    '(?<=\\.) (?:Not a 3RS code[^.]{0,60}|S2 calls[^.]{0,60}|Record as[^.]{0,80}|Feelings are consult[^.]{0,60}|Trigger: blame[^.]{0,80})\\.?',
    '; (?:never assert|run sf-|ALWAYS run|safety comes before)[^;.]{0,60}|(?<=^|; )ALWAYS run[^;]{0,60}; ',
  ].join('|'),
  'g',
);

const bare = (text: string) => text.replace(ASIDE, '').trim();
const line = ({ id, def, not }: Label) => `${id}: ${bare(def)} Not: ${bare(not)}`;

const labels = (taxonomy: readonly Label[]) =>
  ORDER.flatMap((family) => taxonomy.filter((label) => label.family === family).map(line)).join(
    '\n',
  );

function safety(taxonomy: readonly Label[]): string {
  return taxonomy
    .filter(({ family, id }) => family === 'safety' && id !== NOT_ASKED)
    .map(line)
    .join('\n');
}

function principles(knowledge: Pick<Knowledge, 'principles'>): string {
  return knowledge.principles
    .map(({ statement, good, bad }) => `- ${statement} Like: "${good}" Not: "${bad}"`)
    .join('\n');
}

/** The parts of the prompts that come from the knowledge files, by slot name. */
export function knowledgeSlots(knowledge: Knowledge): Readonly<Record<string, string>> {
  return {
    labels: labels(knowledge.taxonomy),
    safety: safety(knowledge.taxonomy),
    principles: principles(knowledge),
  };
}
