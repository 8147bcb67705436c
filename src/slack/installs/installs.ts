import type { Installation } from '../../pipeline/installation.ts';
import { UnknownInstall } from '../workspaces/unknown-install.ts';
import { isDue, type RenewParts, recordOf, renewToken } from './renew-token.ts';

/** The installs of the app, read from the store with a token that lives. */
export interface Installs {
  /** @throws UnknownInstall when nobody installed the app there; never another one instead */
  of(install: string): Promise<Installation>;
  keep(installation: Installation): Promise<void>;
  /** Reads it anew the next time. */
  forget(install: string): void;
}

/** How long what was read is believed; other processes hear of an uninstall within it. */
const BELIEVED_MS = 30_000;
const MOST_KEPT = 5_000;

interface Known {
  readonly until: number;
  readonly installation: Promise<Installation>;
}

/** Installs over the encrypted store; what was read is believed for half a minute. */
export function createInstalls(parts: RenewParts): Installs {
  const known = new Map<string, Known>();

  async function read(install: string): Promise<Installation> {
    const kept = await parts.records.read(recordOf(install));
    if (kept === null || kept.install !== install) throw new UnknownInstall();
    return isDue(kept, parts.now()) ? renewToken(parts, kept) : kept;
  }

  function remember(install: string): Promise<Installation> {
    const installation = read(install);
    known.delete(install);
    known.set(install, { until: parts.now() + BELIEVED_MS, installation });
    installation.catch(() => {
      if (known.get(install)?.installation === installation) known.delete(install);
    });
    const [oldest] = known.keys();
    if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
    return installation;
  }

  return {
    of: async (install) => {
      const before = known.get(install);
      return before && before.until > parts.now() ? before.installation : remember(install);
    },
    async keep(installation) {
      await parts.records.change(recordOf(installation.install), () => installation);
      known.delete(installation.install);
    },
    forget: (install) => void known.delete(install),
  };
}
