import type { SafeText } from '../message.ts';

/** De-identified texts as one, a blank line between them: joining adds nothing that identifies. */
export function joinSafe(texts: readonly SafeText[]): SafeText {
  return texts.join('\n\n') as SafeText;
}
