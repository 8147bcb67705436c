import { LENSES } from '../pipeline/settings/person-settings.ts';
import type { StageMachine } from './course-knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import type { Finding } from './shelf.ts';
import type { Path } from './yaml-file.ts';

interface Entry {
  readonly id: string;
  readonly src: readonly string[];
}

/** What a field may point to, and the word for it in a message. */
interface Target {
  readonly known: ReadonlySet<string>;
  readonly kind: string;
}

const target = (kind: string, ids: readonly string[]): Target => ({ kind, known: new Set(ids) });
const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

/** Findings for every id in one field of some entries that the target does not know. */
function strangers<T extends object>(
  entries: readonly T[],
  path: Path,
  ids: (entry: T) => readonly string[],
  { known, kind }: Target,
): Finding[] {
  const todo = 'correct the spelling or take it out';
  return entries.flatMap((entry) =>
    ids(entry).flatMap((id, at) =>
      known.has(id) ? [] : [{ entry, path: [...path, at], what: `'${id}' is no ${kind}`, todo }],
    ),
  );
}

function targetsOf(k: Knowledge) {
  const labels = [...idsOf(k.taxonomy), ...k.taxonomy.map(({ family }) => family)];
  const ways = [...idsOf(k.interventions), ...k.interventions.map(({ family }) => family)];
  const safety = k.taxonomy.filter(({ family }) => family === 'safety');
  return {
    label: target('taxonomy id or family', labels),
    situation: target('signal, taxonomy id or family', [...labels, ...idsOf(k.signals)]),
    stage: target('signal, taxonomy id, family or stage', [
      ...labels,
      ...idsOf(k.signals),
      ...k.machines.flatMap(({ states }) => Object.keys(states)),
    ]),
    lens: target('school that can be chosen', LENSES),
    strategy: target('strategy', idsOf(k.strategies)),
    signal: target('signal', idsOf(k.signals)),
    way: target('intervention or family of interventions', ways),
    principle: target('principle', idsOf(k.principles)),
    response: target('response', idsOf(k.responses)),
    rung: target('rung of the ladder', idsOf(k.ladder)),
    machine: target('stage model', idsOf(k.machines)),
    info: target('information item', idsOf(k.info)),
    source: target('source key', Object.keys(k.sources)),
    safety: target('safety label of the taxonomy', idsOf(safety)),
  };
}

/** Where a state leads when something was tried there. */
const leadsTo = (state: StageMachine['states'][string] | undefined) =>
  [state?.onward, state?.setback].filter((name) => typeof name === 'string');

function machineStates(k: Knowledge): Finding[] {
  return k.machines.flatMap((machine) => {
    const names = Object.keys(machine.states);
    const state = target(`state of ${machine.id}`, names);
    const next = (name: string) => machine.states[name]?.next ?? [];
    return [
      ...strangers([machine], ['start'], () => [machine.start], state),
      ...names.flatMap((name) =>
        strangers([machine], ['states', name, 'next'], () => next(name), state),
      ),
      ...names.flatMap((name) =>
        strangers([machine], ['states', name], () => leadsTo(machine.states[name]), state),
      ),
      ...strangers(
        k.stageCues.filter((cue) => cue.machine === machine.id),
        ['state'],
        ({ state: at, from }) => [at, ...from],
        state,
      ),
    ];
  });
}

function pointers(k: Knowledge, to: ReturnType<typeof targetsOf>): Finding[] {
  const { classify, phrases } = k.sufficiency;
  return [
    ...strangers(k.interventions, ['for'], (e) => e.for, to.label),
    ...k.interventions.flatMap((e) =>
      e.say.flatMap(({ only }, at) => strangers([e], ['say', at, 'only'], () => only, to.label)),
    ),
    ...strangers(k.interventions, ['principles'], (e) => e.principles, to.principle),
    ...strangers(k.ladder, ['for'], (e) => e.for, to.label),
    ...strangers(k.ladder, ['never'], (e) => e.never, to.label),
    ...strangers(k.stageCues, ['labels'], (e) => e.labels, to.label),
    ...strangers(k.stageCues, ['machine'], (e) => [e.machine], to.machine),
    ...strangers(k.signals, ['labels'], (e) => e.labels, to.label),
    ...strangers(k.contraindications, ['when'], (e) => e.when, to.situation),
    ...strangers(k.contraindications, ['prefer'], (e) => e.prefer, to.way),
    ...strangers(k.selection, ['when'], (e) => e.when, to.stage),
    ...strangers(k.selection, ['unless'], (e) => e.unless, to.stage),
    ...strangers(k.selection, ['strategy'], (e) => (e.strategy ? [e.strategy] : []), to.strategy),
    ...strangers(k.selection, ['steps'], (e) => Object.keys(e.steps), to.way),
    ...strangers(k.interventions, ['needs'], (e) => e.needs, to.stage),
    ...k.lenses.flatMap((e) => [
      ...strangers([e], ['labels'], () => Object.keys(e.labels), to.label),
      ...strangers([e], ['families'], () => Object.keys(e.families), to.label),
      ...strangers([e], ['ways'], () => Object.keys(e.ways), to.way),
      ...strangers([e], ['prefer'], () => e.prefer, to.way),
      ...strangers([e], ['id'], () => [e.id], to.lens),
    ]),
    ...strangers(k.strategies, ['families'], (e) => e.families, to.way),
    ...strangers(k.requests, ['signals'], (e) => e.signals, to.signal),
    ...strangers(k.selection, ['prefer'], (e) => e.prefer, to.way),
    ...strangers(k.selection, ['drop'], (e) => e.drop, to.way),
    ...strangers(k.consultFirst, ['for'], (e) => e.for, to.stage),
    ...strangers(k.innerChecks, ['for'], (e) => e.for, to.situation),
    ...strangers(k.escalation, ['when'], (e) => e.when, to.situation),
    ...strangers(k.escalation, ['to'], (e) => e.to, to.rung),
    ...strangers(k.safety, ['id'], (e) => [e.id], to.safety),
    ...strangers(k.safety, ['respond'], (e) => e.respond, to.response),
    ...strangers([k.sufficiency], ['classify', 'all'], () => classify.all, to.info),
    ...strangers([k.sufficiency], ['classify', 'oneOf'], () => classify.oneOf, to.info),
    ...strangers([k.sufficiency], ['phrases', 'all'], () => phrases.all, to.info),
  ];
}

/** Every length of the plan has as many interviews, and each points to a state, questions and labels there are. */
function planned(
  { plan, machines, consultantQuestions }: Knowledge,
  to: ReturnType<typeof targetsOf>,
) {
  const course = machines.find(({ id }) => id === 'sm-extended-consult');
  const state = target('state of sm-extended-consult', Object.keys(course?.states ?? {}));
  const question = target('consultant question', idsOf(consultantQuestions));
  const short = [4, 5, 6].filter(
    (size) => plan.interviews.filter(({ sizes }) => sizes.includes(size)).length !== size,
  );
  return [
    ...plan.interviews.flatMap((each, at) => [
      ...strangers([plan], ['interviews', at, 'state'], () => [each.state], state),
      ...strangers([plan], ['interviews', at, 'therapist'], () => each.therapist, question),
      ...each.client.flatMap(({ for: labels }, nth) =>
        strangers([plan], ['interviews', at, 'client', nth, 'for'], () => labels, to.situation),
      ),
    ]),
    ...plan.decisions.flatMap(({ rung }, at) =>
      strangers([plan], ['decisions', at, 'rung'], () => (rung === null ? [] : [rung]), to.rung),
    ),
    ...strangers([plan], ['src'], ({ src }) => src, to.source),
    ...short.map((size) => ({
      ...{ entry: plan, path: ['interviews'], what: `holds no ${size} interviews for ${size}` },
      todo: 'correct the sizes',
    })),
  ];
}

/** Lists of the knowledge whose entries carry an id and sources. */
function sourcedLists(k: Knowledge): readonly (readonly Entry[])[] {
  const isList = (value: unknown): value is readonly Entry[] =>
    Array.isArray(value) && value[0] !== undefined && 'id' in value[0] && 'src' in value[0];
  return Object.values(k).filter(isList);
}

function doubles(entries: readonly Entry[]): Finding[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const before = seen.size;
    if (seen.add(entry.id).size > before) return [];
    const what = `the id '${entry.id}' stands twice`;
    return [{ entry, path: ['id'], what, todo: 'give this entry an id of its own' }];
  });
}

/** Holds every id that points to something against what there is; every id may stand only once. */
export function checkReferences(k: Knowledge): readonly Finding[] {
  const to = targetsOf(k);
  const lists = sourcedLists(k);
  const entries = lists.filter((list) => list !== k.anchors).flat();
  return [
    ...lists.flatMap(doubles),
    ...strangers(entries, ['src'], (e) => e.src, to.source),
    ...pointers(k, to),
    ...machineStates(k),
    ...planned(k, to),
  ];
}
