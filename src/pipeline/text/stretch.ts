import type { Token } from './tokens.ts';

/** Tokens of a text from `from` up to `to`. */
export interface Stretch {
  readonly tokens: readonly Pick<Token, 'text' | 'kind'>[];
  readonly from: number;
  readonly to: number;
}
