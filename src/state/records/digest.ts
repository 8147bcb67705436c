import { z } from 'zod';
import type { Records } from '../../pipeline/records.ts';
import { shape } from '../shape.ts';

/** Which digest was posted last, as it is stored. */
export const digest = shape<Records['digest']>()({ week: z.string(), mark: z.string() });
