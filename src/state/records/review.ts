import { z } from 'zod';
import type { ThreadKey } from '../../pipeline/message.ts';
import {
  type Decision,
  FLAG_REASONS,
  type Instead,
  type Review,
} from '../../pipeline/review/review.ts';
import { safe } from '../restore.ts';
import { list, shape } from '../shape.ts';

const text = z.string();

const key = shape<ThreadKey>()({ team: text, channel: text, thread: text });

const instead = shape<Instead>()({ mark: text, text: safe });

const decision = shape<Decision>()({
  id: text,
  deed: z.enum(['approve', 'reword', 'flag', 'take-over', 'ask-back']),
  by: text,
  at: z.number(),
  note: safe.nullable(),
  reasons: list(z.enum(FLAG_REASONS)),
  waitedMs: z.number(),
  told: text.nullable(),
});

/** The review of a case, as it is stored. */
export const review = shape<Review>()({
  key,
  caseId: text,
  author: text,
  asked: z.enum(['gate', 'author']),
  state: z.enum(['waiting', 'approved', 'reworded', 'flagged', 'taken-over', 'asked-back']),
  since: z.number(),
  about: text,
  released: list(text),
  barred: list(text),
  instead: list(instead),
  decisions: list(decision),
  card: z.object({ channel: text, ts: text }).nullable(),
});
