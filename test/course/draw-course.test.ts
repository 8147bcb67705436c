import { describe, expect, it } from 'vitest';
import { courseSvg } from '../../src/course/course-svg.ts';
import { drawCourse } from '../../src/course/create-courses.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createSay } from '../../src/pipeline/thread/say.ts';
import { stageOf } from '../../src/pipeline/thread/stages/case-stage.ts';
import { coursePicture } from '../../src/pipeline/thread/stages/course-picture.ts';

const k = loadKnowledge(undefined, () => () => ({ pass: true, errors: [] }));
const say = createSay(k.words);
const stage = (...states: readonly string[]) =>
  stageOf(states.map((state, at) => ({ machine: 'sm-withdrawal', state, at, from: 'turn' })));
const picture = (...states: readonly string[]) => {
  const here = stage(...states);
  return here && coursePicture(here, k.machines);
};
const LOOP = ['W1-marker', 'W2-disembed', 'W3-qualified-assertion', 'W4-avoidance', 'W2-disembed'];

describe('the picture of a way', () => {
  it('is drawn only where the way is long', () => {
    expect(picture(...LOOP.slice(0, 4))).toBeNull();
    expect(picture(...LOOP)?.visits).toEqual([0, 1, 2, 3, 1]);
  });

  it('shows the present model only, and the newest of many steps', () => {
    const other = { machine: 'sm-confrontation', state: 'C1-marker', at: 9, from: 'turn' };
    const turned = stageOf([...(stage(...LOOP)?.path ?? []), other]);
    expect(turned && coursePicture(turned, k.machines)).toBeNull();
    const many = picture(...LOOP, ...LOOP, ...LOOP, ...LOOP, 'resolved');
    expect(many?.visits.length).toBeLessThanOrEqual(16);
    expect(many?.visits.at(-1)).toBe(5);
  });

  it('names every step, numbers every visit and says where it is now', () => {
    const svg = courseSvg(picture(...LOOP) ?? { steps: [], visits: [] }, 'here & now', 'Font');
    expect(svg).toContain('>Stepping out of the pattern<');
    expect(svg).toContain('here &amp; now');
    expect(svg.match(/<circle/g)).toHaveLength(5);
    expect(svg).toContain('>5</text>');
  });

  it('becomes a PNG', async () => {
    const png = await drawCourse(picture(...LOOP) ?? { steps: [], visits: [] }, say);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });
});
