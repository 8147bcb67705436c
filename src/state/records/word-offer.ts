import { z } from 'zod';
import { shape } from '../shape.ts';

/** When another word was offered in a thread, as it is stored. */
export const wordOffer = shape<{ readonly at: number }>()({ at: z.number() });
