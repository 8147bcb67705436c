/** A phrase as it would be heard: lower case, plain marks, the client's own quoted words taken out. */
export interface Spoken {
  readonly text: string;
  readonly sentences: readonly string[];
  readonly words: number;
}

/** Nobody speaks longer at a stretch; what comes after is counted and not read. */
const READ = 1_500;
const DOUBLE = /["“”„«»][^"“”„«»]{1,300}["“”„«»]/g;
const SINGLE = /(?<![\w'])'(?=\S)((?:[^'\n]|'(?=\w)){1,200})'(?!\w)/g;
const WHOLE = /^["“„«']([^"“”„«»]+)["”»']$/;

const plain = (text: string) =>
  text
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/\.{2,8}|…/g, '.')
    .replace(/\s+/g, ' ')
    .trim();

/** Prepares a phrase for the checks. Words in quotation marks belong to somebody else and become 'x'. */
export function spoken(phrase: string): Spoken {
  const all = plain(phrase);
  const words = (all.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []).length;
  const said = all.slice(0, READ).replace(WHOLE, '$1').replace(DOUBLE, 'x').replace(SINGLE, 'x');
  const text = said.toLowerCase();
  return { text, sentences: text.split(/(?<=[.!?])\s+/).filter((part) => part !== ''), words };
}
