import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';

const text = z.string().min(1);
const texts = z.array(text);
const who = z.enum(['clinician', 'colleague', 'supervisor']);

/** Words that must and must not stand somewhere. */
const words = z.strictObject({ has: texts.default([]), lacks: texts.default([]) });

/** What must hold after a step. */
const expected = z.strictObject({
  /** Messages of ours that stand in the thread. */
  replies: z.number().optional(),
  /** The newest of them. */
  last: words.optional(),
  /** All of them. */
  thread: words.optional(),
  /** Private notes so far. */
  notes: words.optional(),
  /** True when none of the sentences to say stood in the thread before this step. */
  fresh: z.boolean().optional(),
  /** How many sentences to say the newest message offers. */
  phrases: z.number().optional(),
  /** Some of what is kept of the case. */
  kept: z
    .strictObject({
      state: text.optional(),
      direction: text.optional(),
      labels: texts.optional(),
      tapped: texts.optional(),
      turns: z.number().optional(),
      tries: texts.optional(),
      stages: texts.optional(),
      gone: z.literal(true).optional(),
    })
    .optional(),
});

const step = z.strictObject({
  as: who.default('clinician'),
  /** Writes into the thread; the first one opens the case by a mention. */
  writes: text.optional(),
  /** Presses the newest button whose action begins so. */
  presses: text.optional(),
  /** Chooses an option of the newest list. */
  chooses: z.strictObject({ list: text, option: text }).optional(),
  /** Fills in and sends the form opened last. */
  fills: z.record(text, z.string()).optional(),
  /** Changes the words of the message with this number, counted from 1. */
  edits: z.strictObject({ message: z.number(), to: text }).optional(),
  /** Deletes the message with this number. */
  deletes: z.number().optional(),
  /** Lets so many hours pass. */
  waits: z.number().optional(),
  /** What must hold afterwards. */
  expect: expected.default({}),
});

const script = z.strictObject({
  title: text,
  /** What the thread is to show, in one line. */
  shows: text,
  /** What the clinician has set for themselves. */
  settings: z.record(text, z.unknown()).default({}),
  steps: z.array(step).min(1),
});

export type Script = z.infer<typeof script>;
export type Step = z.infer<typeof step>;
export type Who = z.infer<typeof who>;

/** Every scripted thread of a folder, in the order of their names. */
export function readScripts(folder: URL): readonly { name: string; script: Script }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => {
      const value = load(readFileSync(new URL(name, folder), 'utf8'));
      const parsed = script.safeParse(value);
      if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
      return { name, script: parsed.data };
    });
}
