import { describe, expect, it } from 'vitest';
import { buildStages } from '../../src/build-stages.ts';
import { loadRehearsal } from '../../src/knowledge/load-rehearsal.ts';
import { createLeakGuard } from '../../src/pipeline/deidentify/leak-guard.ts';
import { loadNameTables } from '../../src/weights/load-name-tables.ts';
import { copyOfKnowledge } from './broken-copy.ts';

const { knowledge, stages, rehearsal } = buildStages();
const lines = rehearsal.branches.flatMap(({ scenes }) =>
  Object.values(scenes).flatMap((scene) => scene.lines),
);
const DANGER =
  /\b(?:suicid\w*|kill\w*|dead|die|dying|death|overdose|pills|tablets|cut myself|hurt myself|harm\w*|hit|beat|abus\w*|rape\w*|weapon|knife|gun|police|blood)\b/i;

describe('what a client may say in a rehearsal', () => {
  it('is rich enough: four branches, and forty lines and more', () => {
    expect(rehearsal.branches.map(({ id }) => id)).toEqual([
      'rh-withdrawal',
      'rh-confrontation',
      'rh-mixed',
      'rh-impasse',
    ]);
    expect(lines.length).toBeGreaterThanOrEqual(40);
  });

  it('is never about danger', () => {
    expect(lines.filter(({ text }) => stages.screen(text).status === 'open')).toEqual([]);
    expect(lines.filter(({ text }) => DANGER.test(text))).toEqual([]);
  });

  it('names nobody and no place', () => {
    const leaks = createLeakGuard(loadNameTables());
    const nobody = { known: [], names: new Set<string>(), allowed: new Set<string>() };
    expect(lines.filter(({ text }) => leaks(text, nobody).length > 0)).toEqual([]);
    const context = { earlier: [], known: [] };
    const removed = lines.filter(({ text }) => {
      const clean = stages.deidentify(text, context);
      return !clean.ok || clean.removed.length > 0;
    });
    expect(removed.map(({ text }) => text)).toEqual([]);
  });

  it('is said aloud: a breath long, without asides', () => {
    expect(
      lines.filter(({ text }) => text.split(' ').length > 32 || /[()[\]*]/.test(text)),
    ).toEqual([]);
  });

  it('shows most of the ways in which clients move away or against', () => {
    const shown = new Set(lines.flatMap(({ only }) => only));
    const moves = knowledge.taxonomy.filter(({ family }) =>
      ['withdrawal', 'confrontation', 'impasse-type'].includes(family),
    );
    expect(moves.filter(({ id }) => !shown.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('can be answered by someone on a phone: every branch ends in contact within eight good turns', () => {
    for (const { start, scenes } of rehearsal.branches) {
      let scene = scenes[start];
      for (let turn = 0; turn < 8 && scene?.leads; turn += 1) scene = scenes[scene.leads.opens];
      expect(scene?.leads).toBeUndefined();
    }
  });
});

describe('a mistake in the rehearsal files', () => {
  it.each([
    ['a scene nobody knows', 'opens: hint,', 'opens: hinted,', "'hinted' is no scene here"],
    ['a step nobody knows', 'stage: W4-avoidance', 'stage: W9-avoidance', 'is no step'],
    [
      'a strength nobody knows',
      'st-noticing, st-tentative',
      'st-notice, st-tentative',
      'no strength',
    ],
    [
      'a label nobody knows',
      'wd-minimal-response]',
      'wd-minimal]',
      "'wd-minimal' is no taxonomy id",
    ],
    [
      'a line twice',
      'text: "Okay."',
      'text: "Right. Yes. I\'ll think about that."',
      'stands twice',
    ],
  ])('%s is named with its file and line', (_, from, to, what) => {
    const copy = copyOfKnowledge();
    copy.replace('rehearsal.yml', from, to);
    expect(() => loadRehearsal(knowledge, copy.url)).toThrow(what);
    expect(() => loadRehearsal(knowledge, copy.url)).toThrow(/rehearsal\.yml\D{0,8}\d+/);
  });
});
