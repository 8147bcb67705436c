import { describe, expect, it } from 'vitest';
import { createShownLint } from '../../../src/pipeline/guard/shown.ts';
import { screened } from '../../support/builders.ts';
import { knowledge, lint, suggest, turnWith } from './given.ts';

const shownLint = createShownLint(knowledge);
const CONSULT_FIRST = knowledge.consultFirst.flatMap((card) => card.for);
const rows = knowledge.taxonomy.map((label) => {
  const safety = label.family === 'safety';
  const input = safety
    ? turnWith([], { safety: screened({ id: label.id }) })
    : turnWith([label.id]);
  return { label, safety, ...suggest(input) };
});
const clinical = rows.filter(({ safety }) => !safety);
const worded = clinical.filter(({ label }) => !CONSULT_FIRST.includes(label.id));

describe('every taxonomy id', () => {
  it.each(worded.map((row) => [row.label.id, row]))(
    '%s has words that pass the guard',
    (id, row) => {
      const { phrases } = row.suggestions;
      expect(phrases.length).toBeGreaterThanOrEqual(1);
      expect(phrases.length).toBeLessThanOrEqual(3);
      for (const { text, intervention } of phrases) {
        const context = intervention === 'iv-therapist-mindfulness' ? [] : [id];
        expect(lint(text, context).errors).toEqual([]);
        expect(text).not.toContain('{');
      }
      expect(new Set(phrases.map(({ intervention }) => intervention)).size).toBe(phrases.length);
    },
  );

  it.each(rows.map((row) => [row.label.id, row]))(
    '%s has one to three rungs, none of them barred',
    (id, row) => {
      const { consultation } = row.suggestions;
      expect(consultation.length).toBeGreaterThanOrEqual(1);
      expect(consultation.length).toBeLessThanOrEqual(3);
      for (const option of consultation) {
        const rung = knowledge.ladder.find((step) => step.id === option.id);
        expect(rung?.never).not.toContain(id);
        expect(option.why).toMatch(/\.$/);
      }
    },
  );

  it.each(clinical.map((row) => [row.label.id, row]))(
    '%s has a balanced, hedged formulation',
    (_, row) => {
      const parts = Object.values(row.formulation ?? {});
      expect(parts).toHaveLength(5);
      for (const part of parts) expect(shownLint(part).errors).toEqual([]);
      expect(row.suggestions.innerCheck).not.toBeNull();
    },
  );

  it('repeats no phrase in more than three rows', () => {
    const uses = new Map<string, string[]>();
    for (const { label, suggestions } of rows) {
      for (const { id } of suggestions.phrases) uses.set(id, [...(uses.get(id) ?? []), label.id]);
    }
    expect([...uses].filter(([, labels]) => labels.length > 3)).toEqual([]);
  });
});
