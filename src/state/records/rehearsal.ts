import { z } from 'zod';
import type { ThreadKey } from '../../pipeline/message.ts';
import type {
  ClientStands,
  PracticeAnswer,
  PracticeTurn,
  Rehearsal,
  RehearsalPlace,
} from '../../pipeline/rehearsal/rehearsal.ts';
import { safe } from '../restore.ts';
import { list, shape } from '../shape.ts';

const text = z.string();
const about = shape<ThreadKey>()({ team: text, channel: text, thread: text });
const stands = { scene: text, line: text, words: safe.nullable() };

const answer = shape<PracticeAnswer>()({
  ...stands,
  landing: z.enum(['opens', 'partly', 'stays', 'presses', 'hurts']).nullable(),
  phrase: text.nullable(),
});

const turn = shape<PracticeTurn>()({
  id: text,
  ts: text,
  at: z.number(),
  text: safe,
  wish: z.enum(['stop', 'again', 'hint']).nullable(),
  rulesOnly: z.boolean(),
  answer: answer.nullable(),
});

/** A rehearsal as it is stored. */
export const rehearsal = shape<Rehearsal>()({
  person: text,
  about,
  caseId: text,
  branch: text,
  voice: z.enum(['plain', 'teen']),
  labels: list(text),
  startedAt: z.number(),
  opening: shape<ClientStands>()(stands),
  turns: list(turn),
  ended: z.enum(['stopped', 'finished', 'safety', 'case-gone']).nullable(),
});

/** The thread of a rehearsal as it is stored. */
export const rehearsalPlace = shape<RehearsalPlace>()({ person: text, about });
