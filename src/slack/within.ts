/** What a payload is answered with when the work behind it takes longer. */
export const LATE: unique symbol = Symbol('late');

/** Slack waits three seconds for an answer; this leaves it the way back. */
export const ANSWER_MS = 2_400;

/** What the work resolves to, or `LATE` after `ms`; the work goes on, and failing then is its own affair. */
export async function within<Result>(
  work: Promise<Result>,
  ms: number = ANSWER_MS,
): Promise<Result | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
