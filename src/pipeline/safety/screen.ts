import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SafetyExtra } from '../../knowledge/safety-extra.ts';
import type { LabelStatus, SafetyLabel, SafetyScreen } from '../outcome.ts';
import { type Classifier, createClassifier } from './classifier.ts';
import { createContext } from './context.ts';
import { createFindHits } from './find-hits.ts';
import { createFindForeign, type ForeignHit } from './foreign.ts';
import { createJudgeHit, type Judged, MISCONDUCT } from './judge-hit.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createResponsesFor } from './responses-for.ts';
import type { SafetyModel } from './safety-model.ts';
import { NO_SIGNS, type SignSpace } from './sign-space.ts';
import { createSigns, type Piece } from './signs.ts';
import { type Finding, weighStretches, weighWording } from './weigh.ts';
import { type Word, wordsOf } from './words.ts';

/** Screens a text, raw or de-identified; never throws, and its evidence is verbatim. */
export type Screen = (text: string) => SafetyScreen;

/** The part of the knowledge that the screen needs. */
export type SafetyKnowledge = Pick<Knowledge, 'safety' | 'context' | keyof SafetyExtra>;

/** What the rules and the classifier can go by in a text. */
export interface Seen {
  readonly words: readonly Word[];
  readonly judged: readonly Judged[];
  readonly pieces: readonly Piece[];
}

/** From what asks for most to what asks for least. */
const URGENCY: readonly LabelStatus[] = [
  'open',
  'ask',
  'hypothetical',
  'history',
  'other',
  'negated',
  'figurative',
  'in-hand',
];

/** A question that rests on statistics alone is asked only when the second opinion hears this much. */
const HEARD = 0.06;
/** Statistics alone call something open only when the second opinion hears this much. */
const CLEARLY = 0.5;
/** Too few words tell a statistic nothing; plain wordings stand at any length. */
const FEWEST_WORDS = 12;

/** Builds the look at a text that the screen and the fitting of its classifier share. */
export function createLook(
  knowledge: SafetyKnowledge,
  space: SignSpace,
  lexicon: Lexicon = createLexicon(),
): (text: string) => Seen {
  const findHits = createFindHits(knowledge.safety, knowledge, lexicon);
  const context = createContext(knowledge.context, knowledge.lists, lexicon);
  const judgeHit = createJudgeHit(knowledge.lists);
  const signs = createSigns(knowledge.lists, lexicon, space);
  return (text) => {
    const words = wordsOf(text);
    const hits = findHits(text, words);
    const statusOf = context(words, hits);
    const judged = hits.flatMap((hit) => judgeHit(hit, words, statusOf));
    const names = new Map(
      judged.map(({ id, raises, status, from }) => {
        const name = `${id}:${raises}:${status}`;
        return [name, { name, from }];
      }),
    );
    return { words, judged, pieces: signs(words, [...names.values()]) };
  };
}

/**
 * Builds the safety screen: plain wordings in their context, and a local classifier that may raise
 * but never lower what a wording of safety.yml has raised. Without a model the wordings stand alone.
 *
 * @param danger a second opinion, 0 to 1, without which no question rests on statistics alone
 */
export function createScreen(
  knowledge: SafetyKnowledge,
  model: SafetyModel | null,
  danger: (text: string) => number = () => 1,
): Screen {
  const lexicon = createLexicon();
  const classifier = model && createClassifier(model);
  const look = createLook(knowledge, classifier?.space ?? NO_SIGNS, lexicon);
  const findForeign = createFindForeign(knowledge.languages, lexicon);
  const responsesFor = createResponsesFor(knowledge.safety);
  return (text) => {
    const seen = look(text);
    const spans = findingsOf(seen, classifier, () => danger(text)).map((finding) =>
      spanOf(finding, seen.words),
    );
    const foreign = findForeign(text, seen.words).filter(
      ({ id, status }) => status === 'open' || !seen.judged.some((one) => one.id === id),
    );
    const labels = labelsOf(text, [...spans, ...foreign]);
    const has = (status: LabelStatus) => labels.some((label) => label.status === status);
    return {
      status: has('open') ? 'open' : has('ask') ? 'ask' : 'clear',
      labels,
      responses: responsesFor(labels),
    };
  };
}

/** The classifier knows English only; in other languages the wordings stand alone. */
function findingsOf(
  { judged, pieces, words }: Seen,
  classifier: Classifier | null,
  danger: () => number,
): readonly Finding[] {
  if (!classifier?.understands(pieces)) return judged;
  const stretches = classifier.stretchesOf(pieces);
  const weighed = (sure: boolean) =>
    judged.filter((one) => one.sure === sure).flatMap((one) => weighWording(one, stretches) ?? []);
  const statistics =
    words.length < FEWEST_WORDS ? [] : weighStretches(stretches, classifier.thresholds);
  const loose = [
    ...weighed(false),
    ...statistics.map((finding) => (isOthers(finding, judged) ? asked(finding) : finding)),
  ];
  const matters = loose.some(({ status }) => status === 'ask') || statistics.length > 0;
  return [...weighed(true), ...(matters ? heard(loose, statistics, danger()) : loose)];
}

const asked = (finding: Finding): Finding => ({ ...finding, status: 'ask' });

/** What the second opinion leaves of findings that no plain wording made certain. */
function heard(loose: readonly Finding[], statistics: readonly Finding[], danger: number) {
  const byStatistics = new Set(statistics);
  return loose.flatMap((finding): Finding[] => {
    if (finding.status === 'ask') return danger >= HEARD ? [finding] : [];
    if (finding.status !== 'open' || !byStatistics.has(finding) || danger >= CLEARLY)
      return [finding];
    return danger >= HEARD ? [asked(finding)] : [];
  });
}

/** Another professional's conduct is asked about, never taken as the writer's own. */
function isOthers({ id }: Finding, judged: readonly Judged[]): boolean {
  if (id !== MISCONDUCT) return false;
  const conduct = judged.filter((one) => one.id === MISCONDUCT && one.raises === 'open');
  return conduct.some(({ status }) => status === 'ask') && !conduct.some(isOpen);
}

const isOpen = ({ status }: Judged) => status === 'open';

/** A finding by offsets into the text. */
type Placed = Omit<ForeignHit, 'status'> & { readonly status: LabelStatus };

function spanOf({ id, status, from, to }: Finding, words: readonly Word[]): Placed {
  return { id, status, start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

/** One label per id with its most urgent status and the words that gave it. */
function labelsOf(text: string, placed: readonly Placed[]): SafetyLabel[] {
  const byId = new Map<string, { status: LabelStatus; evidence: Set<string> }>();
  for (const { id, status, start, end } of placed) {
    const known = byId.get(id);
    const higher = !known || URGENCY.indexOf(status) < URGENCY.indexOf(known.status);
    if (higher) byId.set(id, { status, evidence: new Set([text.slice(start, end)]) });
    else if (known.status === status) known.evidence.add(text.slice(start, end));
  }
  return [...byId]
    .map(([id, { status, evidence }]) => ({
      id,
      status,
      evidence: [...evidence],
      source: 'rules' as const,
    }))
    .sort((a, b) => URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status));
}
