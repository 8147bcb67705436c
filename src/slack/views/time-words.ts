/**
 * A moment (milliseconds since the epoch) that Slack shows in the reader's own time; where it cannot,
 * date and hour in UTC.
 */
export function timeWords(at: number): string {
  const fallback = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${Math.floor(at / 1000)}^{date_short_pretty}, {time}|${fallback}>`;
}
