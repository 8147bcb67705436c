import { z } from 'zod';
import type { CountedCase } from '../../pipeline/trends/count-reading.ts';
import { list, shape } from '../shape.ts';

/** What of a case has been counted, as it is stored. */
export const trendCase = shape<CountedCase>()({
  week: z.string(),
  direction: z.string(),
  labels: list(z.string()),
});
