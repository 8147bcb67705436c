import type { EvidenceFlag, Knowledge } from './knowledge.ts';
import type { Finding } from './shelf.ts';
import type { Path } from './yaml-file.ts';

/** A text people read, with where it stands and how well its content is backed. */
export interface ShownText {
  readonly entry: object;
  readonly path: Path;
  readonly text: string;
  readonly flag: EvidenceFlag | null;
}

interface Flagged {
  readonly flag: EvidenceFlag;
}

const at = <T extends Flagged>(entry: T, path: Path, text: string): ShownText => ({
  entry,
  path,
  text,
  flag: entry.flag,
});

function fields<T extends Flagged>(entry: T, group: Readonly<Record<string, unknown>>, path: Path) {
  return Object.entries(group).flatMap(([key, value]) =>
    [value].flat().flatMap((text, nth) => {
      const here = Array.isArray(value) ? [...path, key, nth] : [...path, key];
      return typeof text === 'string' ? [at(entry, here, text)] : [];
    }),
  );
}

/** Everything a plan of an extended consultation says. */
function planTexts(plan: Knowledge['plan']): ShownText[] {
  const { begin, shared, kept, limits } = plan;
  return [
    ...fields(plan, { begin, shared, kept, limits }, []),
    ...plan.interviews.flatMap(({ title, aims, client }, nth) => [
      ...fields(plan, { title, aims }, ['interviews', nth]),
      ...client.map(({ ask }, no) => at(plan, ['interviews', nth, 'client', no, 'ask'], ask)),
    ]),
    ...plan.decisions.flatMap(({ title, when }, nth) =>
      fields(plan, { title, when }, ['decisions', nth]),
    ),
  ];
}

/** What the words of a school hold; they may use the words of that trade. */
export function lensTexts(k: Knowledge): readonly ShownText[] {
  return k.lenses.flatMap((e) => [
    ...fields(e, { name: e.name, line: e.line }, []),
    ...fields(e, e.directions, ['directions']),
    ...fields(e, e.families, ['families']),
    ...fields(e, e.labels, ['labels']),
    ...fields(e, e.ways, ['ways']),
  ]);
}

/** Every text of the knowledge that people read, phrases for clients and the words of schools excepted. */
export function shownTexts(k: Knowledge): readonly ShownText[] {
  const withShown = [
    ...k.contraindications,
    ...k.selection,
    ...k.consultFirst,
    ...k.innerChecks,
    ...k.escalation,
    ...k.redFlags,
  ];
  return [
    ...k.taxonomy.flatMap((e) => fields(e, e.shown, ['shown'])),
    ...k.interventions.flatMap((e) => fields(e, e.shown, ['shown'])),
    ...k.ladder.flatMap((e) => fields(e, e.shown, ['shown'])),
    ...k.machines.flatMap((e) =>
      Object.entries(e.states).flatMap(([name, state]) =>
        fields(e, state.shown, ['states', name, 'shown']),
      ),
    ),
    ...planTexts(k.plan),
    ...k.safety.map((e) => at(e, ['question'], e.question)),
    ...k.responses.flatMap((e) => fields(e, { title: e.title, steps: e.steps }, [])),
    ...k.info.map((e) => at(e, ['ask'], e.ask)),
    ...k.consultantQuestions.map((e) => at(e, ['ask'], e.ask)),
    ...k.selection.flatMap((e) => fields(e, e.steps, ['steps'])),
    ...k.strategies.flatMap((e) => fields(e, e.shown, ['shown'])),
    ...k.requests.map((e) => ({ entry: e, path: ['shown'], text: e.shown, flag: null })),
    ...withShown.map((e) => at(e, ['shown'], e.shown)),
    ...Object.entries(k.words).map(([key, text]) => ({
      entry: k.words,
      path: [key],
      text,
      flag: null,
    })),
  ];
}

const REFERENCE =
  /\[[A-Z][\w .,]{0,40}\]|\([A-Z][a-z]{1,20}(?: et al\.?)?,? \d{4}\)|\bet al\b|\bdoi\b/;
const HYPHENATED = /\b[A-Za-z]{1,12}(?:-[A-Za-z0-9]{1,24}){1,6}\b/g;
const MACHINE_TALK =
  /\b(?:rupture detected|detected a rupture|classifier|taxonomy|confidence score)\b/i;
const CLAIM =
  /\d|\b(?:stud(?:y|ies)|research|evidence|trials?|proven|meta-analys[ie]s|statistically|per ?cent|findings?)\b/i;

interface Rule {
  readonly breaks: (shown: ShownText) => boolean;
  readonly what: string;
  readonly todo: string;
}

function idsOf(k: Knowledge): ReadonlySet<string> {
  // The id of a school is what people call it.
  const lists = Object.values(k).filter((value) => Array.isArray(value) && value !== k.lenses);
  return new Set(lists.flat().flatMap((entry) => ('id' in entry ? [entry.id] : [])));
}

function rules(ids: ReadonlySet<string>): readonly Rule[] {
  return [
    {
      breaks: ({ text }) => REFERENCE.test(text),
      what: 'shows a reference',
      todo: 'move the reference to src',
    },
    {
      breaks: ({ text }) => (text.match(HYPHENATED) ?? []).some((word) => ids.has(word)),
      what: 'shows an internal id',
      todo: 'say it in plain words',
    },
    {
      breaks: ({ text }) => MACHINE_TALK.test(text),
      what: 'speaks of detecting or classifying',
      todo: 'say what the clinician reported',
    },
    {
      breaks: ({ flag, text }) => (flag === 'K' || flag === 'V2') && CLAIM.test(text),
      what: 'shows a figure or a research claim although it is not verified',
      todo: 'say it without the figure or the claim, or verify it and change the flag',
    },
  ];
}

/** Shown texts carry no references, no ids and no unverified figures. */
export function checkShown(k: Knowledge): readonly Finding[] {
  const broken = rules(idsOf(k));
  return [...shownTexts(k), ...lensTexts(k)].flatMap((shown) =>
    broken
      .filter(({ breaks }) => breaks(shown))
      .map(({ what, todo }) => ({ entry: shown.entry, path: shown.path, what, todo })),
  );
}
