import { z } from 'zod';
import type { Records } from '../../pipeline/records.ts';
import { shape } from '../shape.ts';

/** Where the newest picture of the trends is, as it is stored. */
export const trendPicture = shape<Records['trend-picture']>()({
  mark: z.string(),
  file: z.string(),
});
