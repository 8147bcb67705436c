import type { Say } from './what-changed.ts';

const SLOT = /\{(\w{1,40})\}/g;

/** Product sentences by key with `{slot}`s filled; an unknown key or slot stays visible in tests. */
export function createSay(words: Readonly<Record<string, string>>): Say {
  return (key, slots = {}) => {
    const sentence = words[key] ?? key;
    if (!sentence.includes('{')) return sentence;
    return sentence.replace(SLOT, (whole, name: string) => slots[name] ?? whole);
  };
}
