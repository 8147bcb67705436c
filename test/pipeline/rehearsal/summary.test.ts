import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../src/pipeline/rehearsal/summary.ts';
import { begun, hear, played, said } from './given.ts';

const summary = (...texts: string[]) =>
  summaryOf(played, hear, begun({ turns: texts.map((text) => said(text)) }));

describe('what a rehearsal comes to', () => {
  it('keeps the clinician’s own sentence that opened most', () => {
    const { keep, worked } =
      summary(
        'I was only trying to help.',
        'I think I moved too fast there. How was that for you?',
      ) ?? {};
    expect(keep).toBe('I think I moved too fast there.');
    expect(worked?.[0]).toContain('own part');
  });

  it('names the pull that came most as the one thing for the room', () => {
    const { try: next } =
      summary('I was only trying to help.', 'It really works.', 'I never said that.') ?? {};
    expect(next).toContain('explanation');
  });

  it('has nothing to say when nothing was said, and praises nothing that was not there', () => {
    expect(summary()).toBeNull();
    expect(summary('Okay.')).toMatchObject({ worked: [], keep: null });
  });

  it('leaves requests out', () => {
    const turns = [said('again', { wish: 'again' })];
    expect(summaryOf(played, hear, begun({ turns }))).toBeNull();
  });
});
