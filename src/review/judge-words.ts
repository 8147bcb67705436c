import type { Lint, LintResult } from '../pipeline/guard/lint.ts';
import type { SafeText } from '../pipeline/message.ts';
import type { Stages } from '../pipeline/stages.ts';
import type { Judged, Typed, TypedFault, UnderReview } from '../slack/review-desk.ts';

/** What judging a supervisor's words needs. */
export interface JudgeParts {
  readonly stages: Pick<Stages, 'screen' | 'deidentify' | 'say'>;
  /** The guard for what is said to a client. */
  readonly lint: Lint;
  /** The guard for what is said to a clinician. */
  readonly lintShown: (text: string) => LintResult;
  /** A code of the guard in plain words, with what to say instead. */
  readonly explain: (code: string) => string;
}

type Field = { readonly ok: true; readonly text: SafeText } | { readonly ok: false; why: string };

/**
 * Screens, de-identifies and lints what a supervisor typed. A sentence for the client must hold nothing
 * that identifies; from a note it is taken out as from any message. What the guard calls an error is
 * refused with what it objects to.
 */
export function createJudge({ stages, lint, lintShown, explain }: JudgeParts) {
  const { say } = stages;

  function cleaned(raw: string, { context }: Typed, mayHold: boolean): Field {
    const read = stages.deidentify(raw, context);
    const held = read.ok && read.removed.length > 0 && !mayHold;
    if (!read.ok || held) return { ok: false, why: say('review.fault.identifying') };
    return { ok: true, text: read.text };
  }

  function judged(field: Field, { pass, errors }: LintResult): Field {
    if (!field.ok || pass) return field;
    const faults = [...new Set(errors.map(explain))].join(' ');
    return { ok: false, why: say('review.fault.words', { faults }) };
  }

  /** The sentences that were changed, each by its number. */
  function wordsOf({ assessment }: UnderReview, typed: Typed): [number, Field][] {
    const labels = assessment.reading.labels.map(({ id }) => id);
    const { phrases } = assessment.suggestions;
    return [...typed.words]
      .map(([index, raw]) => [index, raw.trim()] as const)
      .filter(([index, raw]) => raw !== phrases[index]?.text.trim())
      .map(([index, raw]) => [index, judged(cleaned(raw, typed, false), lint(raw, labels))]);
  }

  function noteOf(typed: Typed): Field | null {
    const raw = typed.note?.trim() ?? '';
    return raw === '' ? null : judged(cleaned(raw, typed, true), lintShown(raw));
  }

  return (under: UnderReview, typed: Typed): Judged => {
    const words = wordsOf(under, typed);
    const note = noteOf(typed);
    const all: (readonly [TypedFault['field'], Field])[] = [
      ...words,
      ...(note === null ? [] : [['note', note] as const]),
    ];
    const faults = all.flatMap(([field, read]) => (read.ok ? [] : [{ field, why: read.why }]));
    if (faults.length > 0) return { kind: 'faults', faults };
    const screen = stages.screen(typed.note ?? '');
    return {
      kind: 'passed',
      words: new Map(words.flatMap(([index, read]) => (read.ok ? [[index, read.text]] : []))),
      note: note?.ok ? note.text : null,
      safety: screen.status === 'open' ? screen : null,
    };
  };
}
