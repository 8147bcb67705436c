import { z } from 'zod';
import { shape } from '../shape.ts';

/** That somebody has been welcomed, as it is stored. */
export const welcome = shape<{ readonly at: number }>()({ at: z.number() });
