const WIDTH = 30;
const AFTER_MS = 1000;

/** A bar on standard error for work that takes longer than a second; silent when nobody looks at it. */
export function createProgress(total: number): () => void {
  const started = performance.now();
  const { stderr } = process;
  let done = 0;
  return () => {
    done++;
    if (!stderr.isTTY || performance.now() - started < AFTER_MS) return;
    const full = Math.round((WIDTH * done) / total);
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
    stderr.write(done === total ? `\r${' '.repeat(WIDTH + 12)}\r` : `\r${bar} ${done}/${total}`);
  };
}
