import type { RequestRule } from '../../knowledge/knowledge.ts';
import type { ThreadEvent } from '../message.ts';

/** How the next suggestion should differ from the last one. */
export type Wish = 'first' | 'another' | 'shorter' | 'softer';

const WORDS_OF_A_REQUEST = 25;

function asked(text: string, rules: readonly RequestRule[]): Wish | null {
  if (text.split(/\s+/, WORDS_OF_A_REQUEST + 1).length > WORDS_OF_A_REQUEST) return null;
  const rule = rules.find(({ patterns }) =>
    patterns.some((source) => new RegExp(source, 'i').test(text)),
  );
  return rule?.wish ?? null;
}

/** The newest wish among these events, pressed or said in a few words ('shorter', 'that fell flat'). */
export function wishOf(events: readonly ThreadEvent[], rules: readonly RequestRule[]): Wish {
  const wishes = events.map((event): Wish | null => {
    if (event.kind === 'turn') return asked(event.text, rules);
    if (event.kind !== 'act') return null;
    const { does } = event;
    return does === 'another' || does === 'shorter' || does === 'softer' ? does : null;
  });
  return wishes.filter((wish) => wish !== null).at(-1) ?? 'first';
}
