/** The day of a moment (milliseconds since the epoch) as 2026-11-22, in UTC. */
export function dateWords(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
