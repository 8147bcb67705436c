import { describe, expect, it } from 'vitest';
import { correctReading } from '../../../src/pipeline/thread/correct-reading.ts';
import { label, marker, reading } from '../../support/builders.ts';

const correct = (
  over: Parameters<typeof reading>[0],
  tapped: readonly string[],
  refused: readonly string[] = [],
) => correctReading(reading(over), { tapped, refused, correction: null }, label);

describe('correctReading', () => {
  it('leaves the reading alone when the clinician said nothing', () => {
    const plain = reading({ direction: 'mixed', labels: [marker('wd-denial')] });
    expect(correctReading(plain, { tapped: [], refused: [], correction: null }, label)).toBe(plain);
  });

  it.each([
    [['wd-denial'], 'withdrawal'],
    [['cf-complaint-therapist'], 'confrontation'],
    [['wd-denial', 'cf-complaint-therapist'], 'mixed'],
    [['mx-mixed-rupture'], 'mixed'],
    [['cau-fear'], 'none'],
  ])('reads the direction of %s as %s', (tapped, direction) => {
    expect(correct({}, tapped).direction).toBe(direction);
  });

  it('asserts a tapped candidate as the clinician’s own, keeping its evidence', () => {
    const evidence = [...marker('x').evidence];
    const candidates = [{ id: 'wd-denial', confidence: 0.3, evidence }];
    const { labels, candidates: left } = correct({ candidates }, ['wd-denial']);
    expect(labels).toEqual([marker('wd-denial', { confidence: 1, source: 'clinician' })]);
    expect(left).toEqual([]);
  });

  it('drops what the clinician refused, even when the rules were sure', () => {
    const labels = [marker('wd-denial'), marker('cau-fear')];
    const corrected = correct({ labels, direction: 'withdrawal' }, [], ['wd-denial']);
    expect(corrected.labels.map(({ id }) => id)).toEqual(['cau-fear']);
    expect(corrected.direction).toBe('none');
  });

  it.each([
    ['confrontation', ['cf-complaint-therapist', 'cau-fear']],
    ['withdrawal', ['wd-denial', 'cau-fear']],
    ['mixed', ['wd-denial', 'cf-complaint-therapist', 'cau-fear']],
    ['none', ['cau-fear']],
  ] as const)(
    'takes %s as the clinician said it, without what speaks for another one',
    (said, left) => {
      const labels = ['wd-denial', 'cf-complaint-therapist', 'cau-fear'].map((id) => marker(id));
      const correction = { direction: said, before: 'mixed', at: 1, mayTeach: false } as const;
      const kase = { tapped: [], refused: [], correction };
      const corrected = correctReading(reading({ labels, enoughInfo: false }), kase, label);
      expect(corrected.direction).toBe(said);
      expect(corrected.labels.map(({ id }) => id)).toEqual(left);
      expect(corrected.enoughInfo).toBe(true);
    },
  );

  it('keeps what the clinician tapped beside the direction they said', () => {
    const correction = {
      direction: 'confrontation',
      before: 'none',
      at: 1,
      mayTeach: false,
    } as const;
    const kase = { tapped: ['wd-denial'], refused: [], correction };
    const { labels, direction } = correctReading(reading(), kase, label);
    expect([direction, labels.map(({ id }) => id)]).toEqual(['confrontation', ['wd-denial']]);
  });
});
