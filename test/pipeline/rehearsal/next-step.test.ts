import { describe, expect, it } from 'vitest';
import { MOST_TURNS, nextStep } from '../../../src/pipeline/rehearsal/next-step.ts';
import { begun, hear, played, said } from './given.ts';

const OWNING = 'I think I rushed it, and I can see why you went quiet. What was it like?';
const DEFENDING = 'That is not what I said, I was only trying to help.';
const step = (text: string, rehearsal = begun()) =>
  nextStep(played, hear, rehearsal, { text, wish: null });

describe('what follows from what was said', () => {
  it.each([
    ['rh-withdrawal', 'quiet', OWNING, 'hint'],
    ['rh-withdrawal', 'quiet', 'I wonder how this is for you.', 'block'],
    ['rh-withdrawal', 'quiet', DEFENDING, 'further'],
    ['rh-withdrawal', 'further', DEFENDING, 'prickly'],
    ['rh-withdrawal', 'quiet', 'Okay.', 'quiet'],
    ['rh-confrontation', 'attack', OWNING, 'story'],
    ['rh-confrontation', 'attack', DEFENDING, 'harder'],
    ['rh-confrontation', 'hurt', 'Give it more time, it really works.', 'back-to-anger'],
    ['rh-mixed', 'both', DEFENDING, 'flare'],
    ['rh-mixed', 'both', 'Give it more time, it really works.', 'gone'],
    ['rh-impasse', 'stuck', OWNING, 'concern'],
    ['rh-impasse', 'stuck', 'Why don’t we try the sheet again?', 'yes-but'],
  ])('%s, %s: “%s” leads to %s', (branch, scene, text, to) => {
    const opening = { scene, line: 'none', words: null };
    const result = step(text, begun({ branch, opening, labels: [] }));
    expect(result).toMatchObject({ kind: 'reply', client: { scene: to } });
  });

  it('ends where the two are in touch again', () => {
    const opening = { scene: 'says-it', line: 'rl-wd-says-1', words: null };
    expect(step(OWNING, begun({ opening }))).toMatchObject({ ends: true });
  });

  it('ends after so many turns, wherever the client stands', () => {
    const turns = Array.from({ length: MOST_TURNS - 1 }, (_, at) => said(`turn ${at}`));
    expect(step('Okay.', begun({ turns }))).toMatchObject({ ends: true });
    expect(step('Okay.', begun({ turns: turns.slice(1) }))).toMatchObject({ ends: false });
  });

  it('goes back to the moment before the last thing said, also twice', () => {
    const rehearsal = begun({ turns: [said('Whatever.')] });
    const again = nextStep(played, hear, rehearsal, { text: 'again', wish: 'again' });
    expect(again).toMatchObject({
      kind: 'again',
      client: { scene: 'quiet', line: 'rl-wd-quiet-1' },
    });
  });

  it('is the same each time it is asked', () => {
    expect(step(OWNING)).toEqual(step(OWNING));
  });

  it('does not say a line twice while there is another', () => {
    const lines = ['Okay.', 'Right.', 'Well.'].reduce<string[]>((all, text, at) => {
      const turns = all.map((line, nth) => ({
        ...said(`turn ${nth}`),
        answer: { scene: 'quiet', line, words: null, landing: 'stays' as const, phrase: null },
      }));
      const next = step(text, begun({ turns, startedAt: at }));
      return next.kind === 'reply' ? [...all, next.client.line] : all;
    }, []);
    expect(new Set(lines).size).toBe(lines.length);
  });
});
