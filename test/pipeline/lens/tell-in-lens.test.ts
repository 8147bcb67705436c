import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildStages } from '../../../src/build-stages.ts';
import { lensTexts } from '../../../src/knowledge/check-shown.ts';
import { plainly } from '../../../src/pipeline/circumstances.ts';
import { consult } from '../../../src/pipeline/consult.ts';
import { createShownLint } from '../../../src/pipeline/guard/shown.ts';
import { tellInLens, wayInLens } from '../../../src/pipeline/lens/tell-in-lens.ts';
import { DEFAULT_SETTINGS, LENSES } from '../../../src/pipeline/settings/person-settings.ts';
import { openCase } from '../../../src/pipeline/thread/open-case.ts';
import { KEY, marker, reading, safe, turn } from '../../support/builders.ts';

const { knowledge, stages } = buildStages();
const shownLint = createShownLint(knowledge);
const lensOf = (id: string) => {
  const lens = knowledge.lenses.find((each) => each.id === id);
  if (lens === undefined) throw new RangeError(id);
  return lens;
};

describe('the words of the schools', () => {
  it('are there for every school that can be chosen', () => {
    expect(knowledge.lenses.map(({ id }) => id).sort()).toEqual([...LENSES].sort());
  });

  it('pass the guard for what clinicians read', () => {
    const refused = lensTexts(knowledge).flatMap(({ text }) =>
      shownLint(text).pass ? [] : [`${shownLint(text).errors}: ${text}`],
    );
    expect(refused).toEqual([]);
  });

  it.each(LENSES.map((id) => [id]))(
    '%s names every direction, family and way tentatively, each in one sentence',
    (id) => {
      const lens = lensOf(id);
      const families = new Set(knowledge.taxonomy.map(({ family }) => family as string));
      families.delete('safety');
      expect(Object.keys(lens.families).sort()).toEqual([...families].sort());
      const ways = new Set(knowledge.interventions.map(({ family }) => family));
      for (const family of ways) expect(lens.ways[family]).toBeDefined();
      expect(Object.keys(lens.labels).length).toBeGreaterThanOrEqual(15);
      const guesses = [...Object.values(lens.labels), ...Object.values(lens.families)];
      for (const text of guesses) {
        expect(text).toMatch(/\b(?:may|might|could|can|seems|wants?)\b/);
        expect(text).toMatch(/^[A-Z'].+[.]$/);
      }
      expect(lens.directions.withdrawal).not.toBe(lens.directions.confrontation);
    },
  );

  it.each([
    ['cbt', /safety behaviour|automatic thought|rationale/],
    ['dbt', /validat|dialectic|wise mind/i],
    ['act', /experiential avoidance|workab|hooked/],
    ['psychodynamic', /transference|defence/],
    ['relational-cultural', /disconnection|power/],
    ['person-centred', /congruen|frame of reference|condition of worth/],
    ['mi', /discord|righting reflex|sustain talk/],
    ['trauma', /window of tolerance|stabilisation/],
    ['systemic', /circular|symmetrical/],
  ])('%s speaks its own language', (id, words) => {
    expect(JSON.stringify(lensOf(id))).toMatch(words);
  });

  it('of motivational interviewing are open questions, affirmations, reflections, summaries', () => {
    expect(JSON.stringify(lensOf('mi'))).toMatch(
      /Open questions, affirmations, reflections and summaries/,
    );
  });
});

describe('tellInLens', () => {
  const told = (ids: readonly string[]) =>
    tellInLens(
      lensOf('cbt'),
      reading({ direction: 'withdrawal', labels: ids.map((id) => marker(id)) }),
      knowledge.label,
    );

  it('tells the direction, and labels with words of their own before families', () => {
    const { direction, lines } = told(['cau-fear', 'wd-denial']);
    expect(direction).toBe(lensOf('cbt').directions.withdrawal);
    expect(lines.map(({ id }) => id)).toEqual(['wd-denial', 'cau-fear']);
    expect(lines[1]?.text).toBe(lensOf('cbt').families.cause);
  });

  it('says a family once, and at most four lines', () => {
    const { lines } = told([
      'cau-fear',
      'cau-low-motivation',
      'trg-fee-billing',
      'th-anger',
      'wd-denial',
    ]);
    expect(lines.length).toBeLessThanOrEqual(4);
    expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
  });

  it('has a word for every way to respond to a client and none for what one says to oneself', () => {
    for (const lens of knowledge.lenses) {
      for (const way of knowledge.interventions) {
        expect(wayInLens(lens, way) === null).toBe(way.speaker === 'self');
      }
    }
  });
});

describe('a chosen school', () => {
  const cases: { text: string }[] = readFileSync('bench/cases/dev/cases.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const now = new Date('2026-01-15T12:00:00Z');

  function read(text: string, at: number) {
    const first = turn({ text: safe(text) });
    const lens = LENSES[at % LENSES.length] ?? null;
    const settings = { ...DEFAULT_SETTINGS, lens };
    const before = openCase(KEY, 'case', first);
    const plain = consult(stages, before, [first], plainly(now)).kase.assessment;
    const seen = consult(stages, before, [first], { ...plainly(now), settings }).kase.assessment;
    return { plain, seen, lens };
  }

  it('changes no label, no evidence and no safety in any of the write-ups', () => {
    expect(cases.length).toBeGreaterThan(100);
    for (const [at, { text }] of cases.entries()) {
      const { plain, seen, lens } = read(text, at);
      expect(seen?.reading).toEqual(plain?.reading);
      expect(seen?.safety).toEqual(plain?.safety);
      expect(seen?.formulation).toEqual(plain?.formulation);
      expect(seen?.suggestions.withheld).toEqual(plain?.suggestions.withheld);
      if (seen !== null) expect([plain?.lens, seen.lens]).toEqual([null, lens]);
    }
  });
});
