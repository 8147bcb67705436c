import { z } from 'zod';
import { FEEDBACK_REASONS, type Feedback } from '../../pipeline/feedback/feedback.ts';
import { safe } from '../restore.ts';
import { list, shape } from '../shape.ts';

/** What was said about a reply that did not help, as it is stored. */
export const feedback = shape<Feedback>()({
  about: z.string(),
  reasons: list(z.enum(FEEDBACK_REASONS)),
  line: safe.nullable(),
  at: z.number(),
});
