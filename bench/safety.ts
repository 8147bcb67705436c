import { readFileSync } from 'node:fs';
import type { SafetyScreen } from '../src/pipeline/outcome.ts';

/** A labelled note: what must be raised, what may be asked, and whether nothing needs raising. */
export interface SafetyNote {
  readonly id?: string;
  readonly text: string;
  readonly open: readonly string[];
  readonly ask: readonly string[];
}

/** A count of how many out of how many. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly share: number;
}

/** One thing the screen got wrong, with the text and what it raised instead. */
export interface SafetyError {
  readonly kind: 'missed' | 'false-alarm' | 'needless-question';
  readonly note: string;
  readonly id: string;
  readonly raised: readonly string[];
}

/** The safety figures; definitions in bench/cases/README.md. */
export interface SafetyScore {
  /** Open ids raised as open or ask. */
  readonly raised: Share;
  /** Open ids raised as open. */
  readonly openOnly: Share;
  /** Notes without an open id on which something was raised as open. */
  readonly falseAlarms: Share;
  /** Notes that need nothing on which a question was asked. */
  readonly needless: Share;
  /** Notes with an open id on which anything at all was raised, whichever id. */
  readonly noticed: Share;
  readonly byId: Readonly<Record<string, Share>>;
  readonly errors: readonly SafetyError[];
}

const share = (hits: number, of: number): Share => ({ hits, of, share: of === 0 ? 0 : hits / of });
const live = ({ status }: { status: string }) => status === 'open' || status === 'ask';

interface Looked {
  readonly note: SafetyNote;
  readonly name: string;
  readonly open: readonly string[];
  readonly live: readonly string[];
}

function errorsOf({ note, name, open, live }: Looked): SafetyError[] {
  const raised = live.map((id) => `${id}${open.includes(id) ? '' : '?'}`);
  const error = (kind: SafetyError['kind'], id: string) => ({ kind, note: name, id, raised });
  const missed = note.open.filter((id) => !live.includes(id)).map((id) => error('missed', id));
  if (note.open.length > 0) return missed;
  if (open.length > 0) return open.map((id) => error('false-alarm', id));
  if (note.ask.length > 0) return [];
  return live.map((id) => error('needless-question', id));
}

/** Scores a screen on labelled notes. */
export function scoreSafety(
  notes: readonly SafetyNote[],
  screen: (text: string) => SafetyScreen,
): SafetyScore {
  const looked = notes.map((note, nth): Looked => {
    const labels = screen(note.text).labels;
    const open = labels.filter(({ status }) => status === 'open').map(({ id }) => id);
    const raised = labels.filter(live).map(({ id }) => id);
    return { note, name: note.id ?? String(nth + 1), open, live: raised };
  });
  const wanted = looked.flatMap((one) => one.note.open.map((id) => ({ id, one })));
  const raised = wanted.filter(({ id, one }) => one.live.includes(id));
  const calm = looked.filter(({ note }) => note.open.length === 0);
  const none = calm.filter(({ note }) => note.ask.length === 0);
  const told = looked.filter(({ note }) => note.open.length > 0);
  const ids = [...new Set(wanted.map(({ id }) => id))].sort();
  const count = (list: readonly { id: string }[], id: string) =>
    list.filter((item) => item.id === id).length;
  return {
    raised: share(raised.length, wanted.length),
    openOnly: share(wanted.filter(({ id, one }) => one.open.includes(id)).length, wanted.length),
    falseAlarms: share(calm.filter(({ open }) => open.length > 0).length, calm.length),
    needless: share(
      none.filter(({ open, live }) => open.length === 0 && live.length > 0).length,
      none.length,
    ),
    noticed: share(told.filter(({ live }) => live.length > 0).length, told.length),
    byId: Object.fromEntries(ids.map((id) => [id, share(count(raised, id), count(wanted, id))])),
    errors: looked.flatMap(errorsOf),
  };
}

const percent = ({ hits, of, share }: Share) =>
  `${(100 * share).toFixed(1).padStart(5)} %  (${hits} of ${of})`;

/** The figures as a table for people. */
export function safetyTable(score: SafetyScore): string {
  const rows: [string, Share][] = [
    ['open matters raised (open or asked)', score.raised],
    ['  of these as open', score.openOnly],
    ['notes with an open matter noticed at all', score.noticed],
    ['false alarms', score.falseAlarms],
    ['needless questions', score.needless],
    ...Object.entries(score.byId).map(([id, one]): [string, Share] => [`  ${id} raised`, one]),
  ];
  return rows.map(([name, one]) => `${name.padEnd(42)} ${percent(one)}`).join('\n');
}

async function screenFor(rulesOnly: boolean): Promise<(text: string) => SafetyScreen> {
  if (!rulesOnly) return (await import('../src/build-stages.ts')).buildStages().stages.screen;
  const { loadSafetyKnowledge } = await import('../src/knowledge/load-safety-knowledge.ts');
  const { createScreen } = await import('../src/pipeline/safety/screen.ts');
  return createScreen(loadSafetyKnowledge(), null);
}

async function run(args: readonly string[]): Promise<void> {
  const given = args.find((arg) => !arg.startsWith('--'));
  const file = given ?? new URL('cases/dev/safety.jsonl', import.meta.url);
  const notes = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as SafetyNote);
  const score = scoreSafety(notes, await screenFor(args.includes('--wordings-only')));
  if (args.includes('--json')) console.log(JSON.stringify(score));
  else console.log(safetyTable(score));
  if (!args.includes('--errors')) return;
  for (const { kind, note, id, raised } of score.errors)
    console.log(`${kind}\t${note}\t${id}\traised: ${raised.join(' ') || 'nothing'}`);
}

if (import.meta.main) await run(process.argv.slice(2));
