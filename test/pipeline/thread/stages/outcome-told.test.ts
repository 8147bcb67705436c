import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../../src/knowledge/load.ts';
import { createOutcomeTold } from '../../../../src/pipeline/thread/stages/outcome-told.ts';
import { cpuMs } from '../../../support/cpu-ms.ts';

const k = loadKnowledge(undefined, () => () => ({ pass: true, errors: [] }));
const told = createOutcomeTold(k.outcomeWords);

const LONG =
  'Today we spoke about her week, the new job and the long way home, and about how the evenings are since her sister moved out of the flat they had shared for years.';

describe('what came of a try, told in words', () => {
  it.each([
    ['We resolved it.', 'resolved'],
    ['We worked it through last time and it feels fine.', 'resolved'],
    [`${LONG} We have cleared the air.`, 'resolved'],
    ['We’re back on track!', 'resolved'],
    ['The rupture is repaired.', 'resolved'],
    ['It helped.', 'helped'],
    ['That worked, thank you', 'helped'],
    ['Went really well', 'helped'],
    [`${LONG} I said it near the end and she opened up.`, 'helped'],
    ['That fell flat.', 'no-change'],
    ['It didn’t help', 'no-change'],
    ['No change.', 'no-change'],
    [`${LONG} I tried the first one and she just shrugged.`, 'no-change'],
    ['It got worse', 'worse'],
    ['What I said only made it worse.', 'worse'],
    [`${LONG} It backfired.`, 'worse'],
    ['I didn’t get to use it.', 'not-used'],
    ['I couldn’t bring myself to say it.', 'not-used'],
  ])('%s is %s', (text, how) => {
    expect(told(text)).toBe(how);
  });

  it.each([
    'We haven’t resolved it yet.',
    'How do we know that it is resolved?',
    'I hope it helped.',
    'What if it falls flat?',
    'If it got worse I would call my supervisor.',
    'I am afraid it will have made it worse.',
    `${LONG} Her sleep got worse in the spring.`,
    `${LONG} The new tablets have helped.`,
    `${LONG} Nothing changed at her work.`,
    'She is fourteen.',
    'Shorter please',
    'Did it help?',
    'It never helped.',
  ])('%s tells nothing of the kind', (text) => {
    expect(told(text)).toBeNull();
  });

  it('takes the last of several', () => {
    expect(told('First it fell flat. Then we worked it through.')).toBe('resolved');
    expect(told('It helped at first. Then it got worse.')).toBe('worse');
  });

  it('stays quick on a hostile text', () => {
    const took = cpuMs(() => {
      told('i said it '.repeat(4000));
      told('we have we have we have '.repeat(1600));
    });
    expect(took).toBeLessThan(1500);
  });
});
