import type { Intervention, Knowledge } from './knowledge.ts';
import type { Finding } from './shelf.ts';

/** Builds the guard for phrases from the knowledge; `createLint` of the pipeline is one. */
export type MakeLint = (
  knowledge: Knowledge,
) => (phrase: string, context?: readonly string[]) => { pass: boolean; errors: string[] };

const MOST_WORDS = 45;

interface Said {
  readonly entry: Intervention;
  readonly at: number;
  readonly id: string;
  readonly text: string;
}

function finding({ entry, at }: Said, what: string, todo: string): Finding {
  return { entry, path: ['say', at, 'text'], what, todo };
}

function repeated(said: readonly Said[]): Finding[] {
  const texts = new Set<string>();
  const ids = new Set<string>();
  return said.flatMap((phrase) => {
    const text = phrase.text.toLowerCase().replace(/\W+/g, ' ');
    const known = texts.has(text);
    const knownId = ids.has(phrase.id);
    texts.add(text);
    ids.add(phrase.id);
    return [
      ...(known ? [finding(phrase, 'says what another phrase says', 'reword it')] : []),
      ...(knownId ? [finding(phrase, `the id '${phrase.id}' stands twice`, 'change the id')] : []),
    ];
  });
}

function lengths(said: readonly Said[]): Finding[] {
  return said.flatMap((phrase) => {
    const words = phrase.text.split(/\s+/).length;
    if (words <= MOST_WORDS) return [];
    return [finding(phrase, `has ${words} words`, `shorten it to ${MOST_WORDS} or fewer`)];
  });
}

function saidIn(k: Knowledge): readonly Said[] {
  return k.interventions.flatMap((entry) =>
    entry.say.map(({ id, text }, at): Said => {
      const filled = text.replaceAll('{moment}', k.words['moment.default'] ?? '');
      return { entry, at, id, text: filled };
    }),
  );
}

/** Every phrase is short and is said only once. */
export function checkPhrases(k: Knowledge): readonly Finding[] {
  const said = saidIn(k);
  return [...repeated(said), ...lengths(said)];
}

/** Builds the check that the guard passes every phrase meant for a client. */
export function checkGuarded(makeLint: MakeLint) {
  return (k: Knowledge): readonly Finding[] => {
    const lint = makeLint(k);
    return saidIn(k).flatMap((phrase) => {
      if (phrase.entry.speaker === 'self') return [];
      const { pass, errors } = lint(phrase.text, []);
      const what = `is refused by the guard (${errors.join(', ')})`;
      return pass ? [] : [finding(phrase, what, 'reword it until the lint command passes it')];
    });
  };
}
