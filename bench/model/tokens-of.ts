import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { classifyWire } from '../../src/openai/classify-schema.ts';
import { fillCase } from '../../src/openai/fill-case.ts';
import { loadPrompts } from '../../src/openai/load-prompts.ts';
import type { ClassifyInput } from '../../src/pipeline/language-model.ts';

/** Tokens of the parts of a classifying request, in the o200k vocabulary. */
export interface RequestTokens {
  /** The unchanging text ahead of the case. */
  readonly prefix: number;
  /** The schema, which is as unchanging. */
  readonly schema: number;
  /** Everything that depends on the case; 0 without one. */
  readonly variable: number;
}

/** Number of tokens of a text. */
const countTokens = (text: string) => encode(text).length;

/** Counts what one request costs before it is answered. */
export function tokensOf(knowledge: Knowledge, input: ClassifyInput | null): RequestTokens {
  const { prefix, template } = loadPrompts(knowledge).classify;
  const variable = input === null ? '' : fillCase('classify', template, input, 'f0'.repeat(6));
  return {
    prefix: countTokens(prefix),
    schema: countTokens(JSON.stringify(classifyWire(knowledge.taxonomy))),
    variable: countTokens(variable),
  };
}
