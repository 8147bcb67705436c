import type { Knowledge } from '../../knowledge/knowledge.ts';

/** Faults that no knowledge file describes. */
const OWN: Readonly<Record<string, string>> = {
  'form-link': 'It holds a link or a web address.',
  'form-mention': 'It mentions a person or a channel.',
  'form-address': 'It holds an e-mail address.',
  'form-markup': 'It holds markup, brackets or a placeholder.',
  'form-emoji': 'It holds an emoji.',
  'form-hidden': 'It holds invisible characters.',
  'form-empty': 'It is empty.',
  'form-long': 'It is too long.',
  'form-repeated': 'It says the same as the phrase for another intervention.',
  'fm-clinical': 'It speaks of a diagnosis or of medicine.',
  'fm-code': 'It holds code words of the label lists.',
  'fm-unhedged': 'It is a guess and does not sound like one.',
  leak: 'It may hold a name, a place, a date or a number that identifies somebody.',
};

/**
 * What a code of the guard means, in words that a model can act on: the principle as it stands, the
 * statement of a fault, or what to say instead of a blaming word.
 */
export function createExplainFault(
  knowledge: Pick<Knowledge, 'principles' | 'faults' | 'language'>,
): (code: string) => string {
  const known = new Map<string, string>([
    ...Object.entries(OWN),
    ...knowledge.principles.map(({ id, statement }) => [id, statement] as const),
    ...knowledge.faults.map(({ id, statement }) => [id, statement] as const),
    ...knowledge.language.map(
      ({ id, prefer }) => [id, `It holds a blaming word; say instead: ${prefer}.`] as const,
    ),
  ]);
  return (code) => known.get(code) ?? code;
}
