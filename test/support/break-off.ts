/** Gives up waiting when the caller does, as a real `fetch` would. */
export function untilAborted(
  work: unknown,
  signal: AbortSignal | null | undefined,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    Promise.resolve(work).then(resolve, reject);
  });
}

/** A response whose body breaks off when the caller gives up. */
export function withSignal(answer: Response, signal: AbortSignal | null | undefined): Response {
  if (answer.body === null || !signal) return answer;
  return new Response(answer.body.pipeThrough(new TransformStream(), { signal }), answer);
}
