import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Say } from '../pipeline/thread/what-changed.ts';
import type { assessCase } from './assess-case.ts';

type Assessed = ReturnType<typeof assessCase>;

const quoted = (evidence: readonly string[]) => evidence.map((words) => `“${words}”`).join(' … ');

function safetyLines(assessed: Assessed, knowledge: Knowledge, say: Say): string[] {
  const { status, labels, responses } = assessed.safety;
  if (status === 'clear') return [say('safety.clear')];
  const question = (id: string) => knowledge.safety.find((rule) => rule.id === id)?.question ?? '';
  const asks = labels.filter((label) => label.status === 'ask').map(({ id }) => question(id));
  const steps = knowledge.responses
    .filter(({ id }) => responses.includes(id))
    .flatMap(({ title, steps }) => [title, ...steps.map((step) => `  - ${step}`)]);
  return status === 'open' ? steps : asks;
}

function readingLines(assessed: Assessed, knowledge: Knowledge, say: Say): string[] {
  const { direction, labels, candidates, formulation } = assessed.reading;
  const sentence = (id: string) => knowledge.label(id).shown.sentence;
  const seen = (id: string) => knowledge.label(id).shown.seen;
  return [
    say(`direction.sentence.${direction}`),
    ...labels.map(({ id, evidence }) => `  - ${sentence(id)} ${quoted(evidence)}`),
    ...(candidates.length > 0 ? [say('reply.heading.candidates')] : []),
    ...candidates.map(({ id }) => `  ? ${seen(id)}`),
    ...(formulation ? Object.values(formulation) : []),
  ];
}

function suggestionLines(assessed: Assessed, knowledge: Knowledge, say: Say): string[] {
  const { phrases, innerCheck, consultation, withheld, why, forYou } = assessed.suggestions;
  const rung = (id: string) => knowledge.ladder.find((step) => step.id === id)?.shown.name ?? id;
  return [
    ...forYou,
    ...(withheld ? [withheld] : []),
    ...(innerCheck ? [innerCheck] : []),
    ...(why ? [say('reply.why', { why })] : []),
    ...phrases.flatMap(({ text, why: reason, fits, ifItFallsFlat }) => [
      `  “${text}”`,
      ...(reason === '' ? [] : [`      ${reason}`]),
      `      ${fits}`,
      `      ${ifItFallsFlat}`,
    ]),
    ...consultation.map(({ id, why }) => `  > ${rung(id)}. ${why}`),
  ];
}

/** One assessed case as plain text for a person at a terminal. */
export function report(assessed: Assessed, knowledge: Knowledge, say: Say): string {
  const gated = assessed.safety.status !== 'clear';
  const section = (key: string, lines: readonly string[]) =>
    lines.length > 0 ? [say(key).toUpperCase(), ...lines, ''] : [];
  return [
    ...section('report.text', [assessed.deidentified.text]),
    ...section('reply.heading.safety', safetyLines(assessed, knowledge, say)),
    ...(gated ? [] : section('reply.heading.reading', readingLines(assessed, knowledge, say))),
    ...(gated ? [] : section('reply.heading.phrases', suggestionLines(assessed, knowledge, say))),
    ...section(
      'reply.heading.questions',
      assessed.questions.map(({ ask }) => `  - ${ask}`),
    ),
    say('reply.footer'),
  ].join('\n');
}
