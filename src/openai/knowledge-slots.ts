import type { Family, Knowledge, Label } from '../knowledge/knowledge.ts';

const HEADINGS: readonly (readonly [Exclude<Family, 'safety'>, string])[] = [
  ['withdrawal', 'wd-, moving away'],
  ['confrontation', 'cf-, moving against'],
  ['mixed', 'mx-, both'],
  ['impasse-type', 'imp-, where it is stuck'],
  ['impasse-course', 'pat-, its course'],
  ['cause', 'cau-, what keeps it going'],
  ['trigger', 'trg-, events and rules'],
  ['therapist-side', "th-, on the therapist's side"],
];

/** Never the model's to find: identifiers are taken out before it sees anything. */
const NOT_ASKED = 'sf-identifiers';
/** Remarks on sources and on the software, which a reader of a case has no use for. */
const ASIDE =
  / ?\((?:[^()]*\[V2?\]|P\d\d|section \d)\)|(?<=\.) (?:Not a 3RS code|S2 calls)[^.]*(?:\([^)]*\))?\.?/g;

const bare = (text: string) => text.replace(ASIDE, '').trim();
const line = ({ id, def, not }: Label) => `${id}: ${bare(def)} Not: ${bare(not)}`;

function labels(taxonomy: readonly Label[]): string {
  return HEADINGS.map(([family, heading]) => {
    const own = taxonomy.filter((label) => label.family === family).map(line);
    return [`## ${heading}`, ...own].join('\n');
  }).join('\n');
}

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
