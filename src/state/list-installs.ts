import { z } from 'zod';
import type { Desk } from './desk.ts';
import { recordName } from './shelf.ts';

const OfAnInstall = z.object({ value: z.object({ value: z.object({ install: z.string() }) }) });

/** The install that a record may be of, or null; what cannot be opened is of none. */
function installIn({ sealer }: Desk, name: string, record: string): string | null {
  try {
    const stored = OfAnInstall.safeParse(JSON.parse(sealer.open(name, record).text));
    return stored.success ? stored.data.value.value.install : null;
  } catch {
    return null;
  }
}

/**
 * Ids of every install that is kept. No index holds them, since storage names nobody: every record beside
 * the cases is opened, which takes a while where there are many.
 */
export async function listInstalls(desk: Desk): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { name, record } of desk.shelf.filed()) {
    if (!name.startsWith(recordName.record(''))) continue;
    const team = installIn(desk, name, record);
    if (team === null) continue;
    // Its name tells the kind: no other record of that install bears it.
    const own = desk.names.record({ team, kind: 'installation', id: '' });
    if (name === recordName.record(own)) found.push(team);
  }
  return found;
}
