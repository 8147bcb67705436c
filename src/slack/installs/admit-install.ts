import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Installation } from '../../pipeline/installation.ts';

/** The installer of Impasse has not named this workspace. */
class InstallNotAllowed extends Error {
  override readonly name = 'InstallNotAllowed';
  readonly code = 'install-not-allowed';
}

/**
 * Lets an install pass whose workspace or organisation is on the list; an empty list lets all pass. The
 * token of any other is given back to Slack.
 * @throws InstallNotAllowed
 */
export async function admitInstall(
  { install, enterprise, token }: Installation,
  allowed: readonly string[],
  options: WebClientOptions,
): Promise<void> {
  const fits = [install, enterprise].some((id) => id !== null && allowed.includes(id));
  if (allowed.length === 0 || fits) return;
  await new WebClient(token, options).auth.revoke().catch(() => undefined);
  throw new InstallNotAllowed('This workspace is not on the list (install-not-allowed).');
}
