import type { Say } from './what-changed.ts';

/** Product sentences by key with `{slot}`s filled; an unknown key or slot stays visible in tests. */
export function createSay(words: Readonly<Record<string, string>>): Say {
  return (key, slots = {}) =>
    (words[key] ?? key).replace(/\{(\w{1,40})\}/g, (whole, name: string) => slots[name] ?? whole);
}
