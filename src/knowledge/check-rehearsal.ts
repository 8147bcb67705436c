import type { Knowledge } from './knowledge.ts';
import type { Branch, RehearsalKnowledge } from './rehearsal-knowledge.ts';
import type { Finding } from './shelf.ts';

const TODO = 'correct the spelling or take it out';

/** Scenes that can be reached from the start of a branch. */
function reached({ start, scenes }: Branch): ReadonlySet<string> {
  const found = new Set<string>([start]);
  for (const name of found) {
    for (const next of Object.values(scenes[name]?.leads ?? {})) found.add(next);
  }
  return found;
}

/** Each scene stands on a known step, leads on to known scenes and can be got to. */
function sceneFindings(branch: Branch, k: Knowledge, known: readonly string[]): Finding[] {
  const { scenes, machines } = branch;
  const steps = new Set(
    k.machines
      .filter(({ id }) => machines.includes(id))
      .flatMap(({ states }) => Object.keys(states)),
  );
  const strengths = new Set(known);
  const within = reached(branch);
  const wrong = (path: readonly PropertyKey[], what: string, todo = TODO): Finding => ({
    ...{ entry: branch, path, what, todo },
  });
  return Object.entries(scenes).flatMap(([name, { stage, wants, leads = {} }]) => [
    ...(steps.has(stage)
      ? []
      : [wrong(['scenes', name, 'stage'], `'${stage}' is no step of its courses`)]),
    ...(within.has(name)
      ? []
      : [wrong(['scenes', name], `nothing leads to '${name}'`, 'lead a scene to it')]),
    ...wants.flatMap((id, at) =>
      strengths.has(id) ? [] : [wrong(['scenes', name, 'wants', at], `'${id}' is no strength`)],
    ),
    ...Object.entries(leads).flatMap(([landing, to]) =>
      scenes[to] ? [] : [wrong(['scenes', name, 'leads', landing], `'${to}' is no scene here`)],
    ),
  ]);
}

/** A branch can be begun, ends somewhere, and speaks of labels and courses there are. */
function branchFindings(branch: Branch, k: Knowledge): Finding[] {
  const { start, scenes, machines } = branch;
  const labels = new Set<string>(k.taxonomy.flatMap(({ id, family }) => [id, family]));
  const courses = new Set(k.machines.map(({ id }) => id));
  const strange = (path: readonly PropertyKey[], id: string, kind: string): Finding => ({
    ...{ entry: branch, path, what: `'${id}' is no ${kind}`, todo: TODO },
  });
  const ends = Object.values(scenes).some(({ leads }) => leads === undefined);
  const only = Object.entries(scenes).flatMap(([name, { lines }]) =>
    lines.flatMap((line, at) =>
      line.only.map((id, nth) => ({ id, path: ['scenes', name, 'lines', at, 'only', nth] })),
    ),
  );
  return [
    ...(scenes[start] ? [] : [strange(['start'], start, 'scene here')]),
    ...(ends
      ? []
      : [{ entry: branch, path: [], what: 'has no end', todo: 'leave out one "leads"' }]),
    ...machines.flatMap((id, at) =>
      courses.has(id) ? [] : [strange(['machines', at], id, 'course')],
    ),
    ...branch.for.flatMap((id, at) =>
      labels.has(id) ? [] : [strange(['for', at], id, 'taxonomy id or family')],
    ),
    ...only.flatMap(({ id, path }) => (labels.has(id) ? [] : [strange(path, id, 'taxonomy id')])),
  ];
}

/** No client says a thing twice, under any branch. */
function repeated({ branches }: RehearsalKnowledge): Finding[] {
  const known = new Set<string>();
  return branches.flatMap((entry) =>
    Object.entries(entry.scenes).flatMap(([name, { lines }]) =>
      lines.flatMap(({ id, text }, at) => {
        const before = known.size;
        known.add(id).add(text.toLowerCase());
        if (known.size === before + 2) return [];
        const path = ['scenes', name, 'lines', at];
        return [{ entry, path, what: `'${id}' stands twice`, todo: 'reword it, with its own id' }];
      }),
    ),
  );
}

/** The guard's ids that a pull may name. */
function faultIds(k: Knowledge): ReadonlySet<string> {
  return new Set(['lr-', ...[...k.faults, ...k.principles].map(({ id }) => id)]);
}

/** Holds everything a rehearsal is played from against what there is. */
export function checkRehearsal(k: Knowledge, played: RehearsalKnowledge): readonly Finding[] {
  const { branches, strengths, pulls } = played;
  const faults = faultIds(k);
  const named = new Set(strengths.map(({ id }) => id));
  const principles = new Set(k.principles.map(({ id }) => id));
  const sourced = [...branches, ...strengths, ...pulls];
  const strange = (entry: object, path: readonly PropertyKey[], id: string): Finding => ({
    ...{ entry, path, what: `'${id}' is not known`, todo: TODO },
  });
  return [
    ...branches.flatMap((branch) => [
      ...branchFindings(branch, k),
      ...sceneFindings(branch, k, [...named]),
    ]),
    ...repeated(played),
    ...sourced.flatMap((entry) =>
      entry.src.flatMap((key, at) => (k.sources[key] ? [] : [strange(entry, ['src', at], key)])),
    ),
    ...strengths.flatMap((entry) =>
      principles.has(entry.principle) ? [] : [strange(entry, ['principle'], entry.principle)],
    ),
    ...pulls.flatMap((entry) => [
      ...(named.has(entry.strength) ? [] : [strange(entry, ['strength'], entry.strength)]),
      ...entry.faults.flatMap((id, at) =>
        faults.has(id) ? [] : [strange(entry, ['faults', at], id)],
      ),
    ]),
  ];
}
