import type { Finding, Report } from './finding.ts';

/** Further away than this, Slack's requests are refused as too old (they may be five minutes old). */
const FAR_MS = 120_000;
const NEAR_MS = 10_000;

/** This machine's clock beside Slack's; nothing when Slack did not tell the time. */
export function checkClock(aheadMs: number | null, report: Report): Finding[] {
  if (aheadMs === null) return [];
  const seconds = { seconds: String(Math.round(Math.abs(aheadMs) / 1000)) };
  if (Math.abs(aheadMs) >= FAR_MS) return [report.fault('clock', seconds)];
  if (Math.abs(aheadMs) >= NEAR_MS) return [report.hint('clock', seconds)];
  return [report.ok('clock.right')];
}
