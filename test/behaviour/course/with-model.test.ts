import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { DEFAULT_SETTINGS } from '../../../src/pipeline/settings/person-settings.ts';
import type { Refine, ToRefine } from '../../../src/refine.ts';
import { AUTHOR, KEY } from '../../support/builders.ts';
import { Course, DAY } from '../../support/course.ts';

const course = new Course();
afterEach(() => course.bot.stop());

const asked: ToRefine[] = [];
const refine: Refine = async (turn) => {
  asked.push(turn);
  const { kase, first } = turn;
  const assessment = { ...first, versions: { ...first.versions, model: 'scripted' } };
  const changed = [...(turn.told ?? []), 'The language model has read it too.'];
  const outcome = { kind: 'reading', assessment, changed } as const;
  return { ok: true, kase: { ...kase, assessment }, outcome, audit: [] };
};

describe('with a language model', () => {
  it('nothing is asked of it before the own guess, and what was told stays above its changes', async () => {
    await course.start({ refine });
    const key = { team: KEY.team, kind: 'settings', id: AUTHOR } as const;
    const settings = { ...DEFAULT_SETTINGS, hypothesisFirst: true };
    await course.bot.app.state.records.change(key, () => settings);
    await course.bring(EXAMPLES.withdrawal);
    expect(asked).toHaveLength(0);
    await course.press('show-reading');
    expect(asked).toHaveLength(1);
    await course.choose('next-session', 'tomorrow');
    await course.later(2 * DAY);
    expect(asked).toHaveLength(1);
    await course.press('went-helped');
    const last = course.shown().at(-1);
    expect(last).toContain('You told us that it helped.');
    expect(last).toContain('The language model has read it too.');
    expect((await course.kase())?.tries).toHaveLength(1);
    expect((await course.kase())?.stage?.state).toBe('W2-disembed');
  });
});
