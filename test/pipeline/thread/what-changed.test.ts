import { describe, expect, it } from 'vitest';
import { createSay } from '../../../src/pipeline/thread/say.ts';
import { whatChanged } from '../../../src/pipeline/thread/what-changed.ts';
import { assessment, marker, reading } from '../../support/builders.ts';

const say = createSay({
  'changed.added': 'New: {seen}.',
  'changed.dropped': 'No longer: {seen}.',
  'changed.tapped': 'You saw: {seen}.',
  'changed.direction': 'From {before} to {after}.',
  'direction.withdrawal': 'moving away',
  'direction.mixed': 'both',
});
const of = (direction: 'withdrawal' | 'mixed', ...labels: readonly ReturnType<typeof marker>[]) =>
  assessment({ reading: reading({ direction, labels }) });

describe('whatChanged', () => {
  it('says nothing on the first reading', () => {
    expect(whatChanged(null, of('withdrawal', marker('wd-denial')), say, (id) => id)).toEqual([]);
  });

  it('says nothing when nothing moved', () => {
    const same = of('withdrawal', marker('wd-denial'));
    expect(whatChanged(same, same, say, (id) => id)).toEqual([]);
  });

  it('names the turn of direction, what came and what went', () => {
    const before = of('withdrawal', marker('wd-denial'));
    const after = of('mixed', marker('cau-fear'), marker('th-anger', { source: 'clinician' }));
    expect(whatChanged(before, after, say, (id) => id)).toEqual([
      'From moving away to both.',
      'New: cau-fear.',
      'You saw: th-anger.',
      'No longer: wd-denial.',
    ]);
  });
});
