import { askAddress } from './ask-address.ts';
import type { Finding, Report } from './finding.ts';

/** Asks the bot's public address what Slack asks it, signed with the same secret. */
export async function checkAddress(
  url: string,
  secret: string,
  report: Report,
): Promise<Finding[]> {
  const asked = await askAddress(url, secret);
  if (asked === 'answered') return [report.ok('address')];
  return [report.fault(asked === 'refused' ? 'address.refused' : 'address.silent')];
}
