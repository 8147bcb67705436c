import { z } from 'zod';
import type { WeekCounts } from '../../pipeline/trends/week-counts.ts';
import { shape } from '../shape.ts';

const counts = z.record(z.string(), z.number());

/** The numbers of a week, as they are stored; a group that an older record does not hold is empty. */
export const trend = shape<WeekCounts>()({
  direction: counts.default({}),
  marker: counts.default({}),
  trigger: counts.default({}),
  outcome: counts.default({}),
  review: counts.default({}),
});
