import type { RehearsalRequest } from '../../knowledge/rehearsal-knowledge.ts';

const MOST = 60;

/** Builds what tells a request ('stop', 'again', 'I don't know what to say') from words to the client. */
export function createRequestOf(requests: readonly RehearsalRequest[]) {
  const ready = requests.map(({ wish, patterns }) => ({
    wish,
    whole: new RegExp(`^(?:${patterns.join('|')})[.!?… ]{0,4}$`, 'i'),
  }));
  return (text: string): RehearsalRequest['wish'] | null => {
    const plain = text
      .trim()
      .replace(/[’‘ʼ`]/g, "'")
      .replace(/[\s,]+/g, ' ');
    if (plain.length > MOST) return null;
    return ready.find(({ whole }) => whole.test(plain))?.wish ?? null;
  };
}
