const SPLIT = /[,;–—]\s+(?:and\s+|or\s+|but\s+|then\s+)?|\s+(?:and|or)\s+/;

/**
 * How many questions a phrase puts: each question mark, and each further question that is joined on
 * with 'and'. Alternatives joined with 'or' count as one, for they leave a choice.
 */
export function countQuestions(sentences: readonly string[], asks: RegExp): number {
  const asked = sentences.filter((sentence) => sentence.includes('?'));
  return asked.reduce((sum, sentence) => sum + questionsIn(sentence, asks), 0);
}

function questionsIn(sentence: string, asks: RegExp): number {
  const marks = sentence.split('?').length - 1;
  const joined = sentence
    .split(SPLIT)
    .filter((part) => part.includes(' ') && asks.test(part)).length;
  const choice = /\bor\b/.test(sentence) && !/\band\b/.test(sentence);
  const several = joined > 2 || (joined === 2 && !choice);
  return Math.max(marks, several ? joined : 1);
}
