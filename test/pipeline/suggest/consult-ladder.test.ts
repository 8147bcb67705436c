import { describe, expect, it } from 'vitest';
import { safe, screened } from '../../support/builders.ts';
import { knowledge, suggest, turnWith } from './given.ts';

const rungs = (labels: readonly string[], over: Parameters<typeof turnWith>[1] = {}) =>
  suggest(turnWith(labels, over)).suggestions.consultation.map(({ id }) => id);
const level = (id: string) => knowledge.ladder.find((rung) => rung.id === id)?.level ?? 0;

describe('consultLadder', () => {
  it.each([
    [['wd-denial'], 'co-patient-conversation'],
    [['cf-complaint-activities'], 'co-patient-conversation'],
    [['th-confrontation'], 'co-supervision'],
    [['th-isolated'], 'co-peer'],
    [['cau-comorbidity-unassessed'], 'co-adjunct-assessment'],
    [['cau-competence-gap'], 'co-specialist'],
    [['pat-downhill-after-good-start'], 'co-extended'],
  ])('for %j begins with %s', (labels, first) => {
    expect(rungs(labels)[0]).toBe(first);
  });

  it.each([
    ['sf-suicide', 'co-emergency'],
    ['sf-child-abuse', 'co-emergency'],
    ['sf-harmful-therapy', 'co-advocacy'],
    ['sf-therapist-misconduct', 'co-advocacy'],
  ])('begins with the way to safety for open %s: %s', (id, first) => {
    expect(rungs([], { safety: screened({ id }) })[0]).toBe(first);
  });

  it('does not call for an emergency where there is only something to ask', () => {
    const safety = screened({ id: 'sf-suicide', status: 'ask' });
    expect(rungs(['wd-self-criticism-hopelessness'], { safety })).not.toContain('co-emergency');
  });

  it('goes one step up when two tries brought no change, with that as the reason', () => {
    const text = safe('I have already named it twice and he went quieter.');
    const before = rungs(['wd-denial']).map(level);
    const { consultation } = suggest(turnWith(['wd-denial'], { text })).suggestions;
    expect(Math.max(...consultation.map(({ id }) => level(id)))).toBeGreaterThanOrEqual(
      Math.max(...before),
    );
    expect(consultation.map(({ id }) => id)).not.toContain('co-patient-conversation');
    const reason = knowledge.escalation.find(({ id }) => id === 'es-no-change')?.shown;
    expect(consultation.map(({ why }) => why)).toContain(reason);
  });

  it('always has supervision for a trainee', () => {
    const text = safe("I'm a trainee on my first placement. He went quiet.");
    expect(rungs(['cau-comorbidity-unassessed'], { text })).toContain('co-supervision');
  });

  it('never sends the therapist to talk with the client first after attraction or touch', () => {
    expect(rungs(['th-attraction'])).not.toContain('co-patient-conversation');
    expect(rungs(['trg-physical-contact'])).not.toContain('co-patient-conversation');
  });
});
