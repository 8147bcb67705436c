import type { Span } from './span.ts';

/** A stretch of a text. Part of a de-identified text is de-identified, so the kind of text is kept. */
export function within<T extends string>(text: T, span: Span): T {
  return text.slice(span.start, span.end).trim() as T;
}
