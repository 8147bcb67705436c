import type { SafetyScreen } from '../outcome.ts';

const THIRD: readonly (readonly [RegExp, string])[] = [
  [/\byou(?:'re|’re| are)\b/gi, 'she is'],
  [/\bare you\b/gi, 'is she'],
  [/\bwere you\b/gi, 'was she'],
  [/\byou were\b/gi, 'she was'],
  [/\byou(?:'ve|’ve| have)\b/gi, 'she has'],
  [/\bhave you\b/gi, 'has she'],
  [/\bdo you\b/gi, 'does she'],
  [/\byou(?:'d|’d)\b/gi, 'she would'],
  [/\byou(?:'ll|’ll)\b/gi, 'she will'],
  [/\byou want\b/gi, 'she wants'],
  [/\byourself\b/gi, 'herself'],
  [/\byours?\b/gi, 'her'],
  [/\byou\b/gi, 'she'],
];

/**
 * Builds the safety screen for words said to a client. What is told about a client in the third
 * person is what the screen was made for, so the words are looked at as they stand and once more with
 * 'she' for 'you'; the second look counts where it finds something open.
 */
export function createPracticeScreen(screen: (text: string) => SafetyScreen) {
  return (text: string): SafetyScreen => {
    const plain = screen(text);
    if (plain.status === 'open') return plain;
    const turned = screen(THIRD.reduce((all, [word, third]) => all.replace(word, third), text));
    return turned.status === 'open' ? turned : plain;
  };
}
