import type { SafeText } from '../message.ts';

/** A passage of de-identified text: cutting adds nothing that identifies. */
export function sliceSafe(text: SafeText, span: { start: number; end: number }): SafeText {
  return text.slice(span.start, span.end) as SafeText;
}
