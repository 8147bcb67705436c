import type { Admit } from '../language-model.ts';
import type { SafeText } from '../message.ts';

/** What model output is held against, besides its form. */
export interface AdmitChecks {
  /** Codes of what is wrong with the words; empty when they may be shown. */
  readonly faults: (text: string, context: readonly string[]) => readonly string[];
  /** The gate that alone makes it text that may be kept and sent; null when it may identify somebody. */
  readonly gate: (text: string) => SafeText | null;
}

const LONGEST = 600;

/** Forms that no sentence of ours has: each a code for the one request for better words. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  [
    'form-link',
    /\b(?:https?|ftp|mailto|tel|slack|javascript|data):|\bwww\.|\b[\w-]{1,60}\.(?:com|org|net|io|info|biz|co|dev|app|ai|me|ru|link|health|uk|de)\b/i,
  ],
  ['form-mention', /<[!@#][^>]{0,80}>?|(?:^|\s)[@#][a-z][\w-]{1,40}|@(?:channel|here|everyone)\b/i],
  ['form-address', /[\w.+-]{1,64}@[\w-]{1,60}/],
  ['form-markup', /[<>{}|\\`*_~]|\]\(|\[[^\]]{0,60}\]|&(?:amp|lt|gt|#)/],
  ['form-emoji', /\p{Extended_Pictographic}|:[a-z0-9_+-]{2,40}:/u],
  ['form-hidden', /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]/u],
];

function formFaults(text: string): string[] {
  const faults = FORMS.filter(([, form]) => form.test(text)).map(([code]) => code);
  if (text === '') faults.push('form-empty');
  if (text.length > LONGEST) faults.push('form-long');
  return faults;
}

/**
 * Builds the way of a model's words to becoming text that is shown, stored and sent on: no link,
 * mention, markup or hidden character, the guard passed, the leak guard passed. White space is evened
 * out; nothing else is mended.
 */
export function createAdmitWords({ faults, gate }: AdmitChecks): Admit {
  return (raw, context) => {
    const text = raw
      .slice(0, LONGEST + 1)
      .trim()
      .replace(/\s+/g, ' ');
    const form = formFaults(text);
    if (form.length > 0) return { ok: false, faults: form };
    const broken = faults(text, context);
    if (broken.length > 0) return { ok: false, faults: broken };
    const safe = gate(text);
    return safe === null ? { ok: false, faults: ['leak'] } : { ok: true, text: safe };
  };
}
