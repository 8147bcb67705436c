import { describe, expect, it } from 'vitest';
import { safe, screened } from '../../support/builders.ts';
import { knowledge, lint, phraseById, suggest, turnWith } from './given.ts';

const ids = (input: Parameters<typeof suggest>[0]) =>
  suggest(input).suggestions.phrases.map(({ intervention }) => intervention);

describe('createSuggest', () => {
  it.each([
    [
      'withdrawal',
      ['wd-denial'],
      ['iv-validate-defence', 'iv-invite-feelings', 'iv-explore-avoidance'],
    ],
    [
      'confrontation',
      ['cf-rejects-intervention'],
      ['iv-empathic-validation', 'iv-acknowledge-contribution', 'iv-explore-construal'],
    ],
  ])('takes the steps of %s in their order', (_, labels, wanted) => {
    expect(ids(turnWith(labels))).toEqual(wanted);
  });

  it.each([
    ['trg-fee-billing', 'wd-minimal-response'],
    ['trg-missed-session-policy', 'cf-complaint-parameters'],
    ['trg-patient-lateness', 'wd-deferential'],
    ['cau-power-inequity', 'wd-denial'],
  ])('owns the frame first when %s stands beside %s', (frame, beside) => {
    expect(ids(turnWith([frame, beside]))[0]).toBe('iv-clarify-frame');
  });

  it('makes a simple repair before any exploring', () => {
    const chosen = ids(turnWith(['trg-therapist-time', 'wd-denial']));
    expect(chosen[0]).toBe('iv-clarify-frame');
    expect(chosen).not.toContain('iv-invite-feelings');
    expect(chosen).not.toContain('iv-explore-avoidance');
  });

  it('owns the therapist’s part in every sentence when the therapist did something', () => {
    const labels = ['trg-empathic-failure', 'wd-denial'];
    const { phrases } = suggest(turnWith(labels)).suggestions;
    expect(phrases.length).toBeGreaterThan(0);
    for (const { text } of phrases) expect(lint(text, labels).errors).toEqual([]);
  });

  it.each(['th-anger', 'th-dread', 'th-intimidated', 'th-shame-failure'])(
    'gives the first card to the therapist with %s, and no sentence about the two of them',
    (label) => {
      const { phrases } = suggest(turnWith([label, 'cf-complaint-therapist'])).suggestions;
      expect(phrases[0]?.intervention).toBe('iv-therapist-mindfulness');
      const about = phrases.map(({ id }) => phraseById(id).intervention);
      expect(about.some(({ metacommunication }) => metacommunication)).toBe(false);
    },
  );

  it.each(['th-attraction', 'trg-physical-contact'])(
    'says to consult first about %s and offers no sentence',
    (label) => {
      const { phrases, withheld, consultation } = suggest(
        turnWith([label, 'wd-denial']),
      ).suggestions;
      expect(phrases).toEqual([]);
      expect(withheld).toMatch(/supervisor|colleague/);
      expect(consultation[0]?.id).toBe('co-supervision');
    },
  );

  it('says to consult first when the therapist fears an assault', () => {
    const text = safe('He blocked the way and I am afraid he will attack me. He went quiet.');
    const { phrases, withheld } = suggest(turnWith(['wd-minimal-response'], { text })).suggestions;
    expect(phrases).toEqual([]);
    expect(withheld).toMatch(/safety/);
  });

  it.each(['open', 'ask'] as const)('offers no words while safety is %s', (status) => {
    const { suggestions } = suggest(turnWith(['wd-denial'], { safety: screened({ status }) }));
    expect(suggestions.phrases).toEqual([]);
    expect(suggestions.withheld).toMatch(/safety/);
  });

  it('gives nothing but the way to help while safety is open', () => {
    const { suggestions, formulation } = suggest(turnWith(['wd-denial'], { safety: screened({}) }));
    expect(suggestions.innerCheck).toBeNull();
    expect(formulation).toBeNull();
    expect(suggestions.consultation[0]?.id).toBe('co-emergency');
  });

  it('never works a boundary violation through as a shared pattern', () => {
    const safety = screened({ id: 'sf-therapist-misconduct', status: 'ask' });
    const { suggestions } = suggest(turnWith(['imp-relational'], { safety }));
    expect(suggestions.phrases).toEqual([]);
    expect(suggestions.consultation.map(({ id }) => id)).not.toContain('co-joint-session');
  });

  it('offers a look at oneself and a person when nothing is certain', () => {
    const { suggestions, formulation } = suggest(turnWith([]));
    expect(suggestions.phrases).toEqual([]);
    expect(suggestions.withheld).toBe(knowledge.words['withheld.nothing-certain']);
    expect(suggestions.consultation.map(({ id }) => id)[0]).toBe('co-self-review');
    expect(formulation).toBeNull();
  });

  it('offers words once the clinician has tapped what they saw', () => {
    const { suggestions, formulation } = suggest(turnWith([], { tapped: ['wd-topic-shift'] }));
    expect(suggestions.phrases.length).toBeGreaterThan(0);
    expect(formulation).not.toBeNull();
  });

  it('drops what the clinician has refused', () => {
    const { suggestions } = suggest(turnWith(['wd-denial'], { refused: ['wd-denial'] }));
    expect(suggestions.phrases).toEqual([]);
  });

  it.each([
    [['in-therapist-feeling'], true],
    [['in-therapist-part', 'in-moment'], true],
    [['in-moment'], false],
    [[], false],
  ])('with %j missing, provisional is %s', (missing, provisional) => {
    const { phrases } = suggest(turnWith(['wd-denial'], { missing })).suggestions;
    expect(phrases.map((phrase) => phrase.provisional)).toEqual(phrases.map(() => provisional));
  });

  it('never shows a phrase twice, and says so when there is none left', () => {
    const shown: string[] = [];
    for (let round = 0; round < 60; round++) {
      const { phrases, withheld } = suggest(
        turnWith(['cau-outdated-view'], { shown, wish: 'another' }),
      ).suggestions;
      if (phrases.length === 0) {
        expect(withheld).toBe(knowledge.words['withheld.used-up']);
        return;
      }
      expect(phrases.filter(({ id }) => shown.includes(id))).toEqual([]);
      shown.push(...phrases.map(({ id }) => id));
    }
    expect.unreachable('the library has an end');
  });

  it('turns to other interventions for another, and stays with them for shorter or softer', () => {
    const first = suggest(turnWith(['wd-denial'])).suggestions.phrases;
    const shown = first.map(({ id }) => id);
    const before = first.map(({ intervention }) => intervention);
    expect(ids(turnWith(['wd-denial'], { shown, wish: 'another' }))[0]).not.toBe(before[0]);
    expect(ids(turnWith(['wd-denial'], { shown, wish: 'shorter' }))).toEqual(before);
    expect(ids(turnWith(['wd-denial'], { shown, wish: 'softer' }))).toEqual(before);
  });

  it('gives one plain sentence why for the whole and for each phrase, none twice', () => {
    const { phrases, why } = suggest(turnWith(['wd-denial'])).suggestions;
    expect(why).toBe(knowledge.selection.find(({ id }) => id === 'se-3-withdrawal')?.shown);
    const each = phrases.map((phrase) => phrase.why);
    expect(new Set(each).size).toBe(each.length);
    for (const one of each) expect(one).toMatch(/^[A-Z][^.]+\.$/);
  });
});

describe('voices', () => {
  const voiceOf = (text: string, wish: 'first' | 'shorter' | 'softer' = 'first') =>
    suggest(turnWith(['wd-denial'], { text: safe(text), wish })).suggestions.phrases.map(
      ({ id }) => phraseById(id).phrase.voice,
    );

  it.each([
    ['A 14yo girl, went quiet.', 'teen'],
    ['Boy in Year 9, went quiet.', 'teen'],
    ['A teenager who went quiet.', 'teen'],
    ['She is 14 and went quiet.', 'teen'],
    ['My client, 16, went quiet.', 'teen'],
    ['Couples work, he went quiet.', 'couple'],
    ['We meet by video, she went quiet.', 'telehealth'],
  ])('%s: %s', (text, voice) => {
    expect(voiceOf(text)[0]).toBe(voice);
  });

  it.each([
    'Her teenage son is home alone, and she went quiet.',
    'When he was 14 a counsellor phoned home, he said, and went quiet.',
    'My heart goes like a teenager when she goes quiet.',
    'She is 14 weeks pregnant and went quiet.',
    'Her daughter came in too; she is 15 and rolled her eyes.',
    'A couple of weeks ago she went quiet.',
    'He watches videos all night and goes quiet.',
  ])('%s: none of a setting', (text) => {
    for (const voice of voiceOf(text))
      expect(['plain', 'warm', 'brief', 'indirect']).toContain(voice);
  });

  it('is indirect where directness would be rude', () => {
    const text =
      'In his culture one does not speak openly to elders, he finds it rude. He went quiet.';
    expect(voiceOf(text)[0]).toBe('indirect');
  });

  it('is brief for shorter and soft for softer', () => {
    expect(new Set(voiceOf('He went quiet.', 'shorter'))).toEqual(new Set(['brief']));
    for (const voice of voiceOf('He went quiet.', 'softer')) {
      expect(['warm', 'indirect']).toContain(voice);
    }
  });
});
