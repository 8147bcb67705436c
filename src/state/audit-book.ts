import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { AuditEntry, CaseStore } from '../pipeline/ports.ts';
import type { Desk } from './desk.ts';
import { recordName } from './shelf.ts';
import { faultCode, StateError } from './state-error.ts';

const AUDIT_MS = 365 * 24 * 60 * 60 * 1000;

/** `system` is the program itself and needs no pseudonym. */
const SYSTEM = 'system';

const Line = z.object({
  at: z.number(),
  team: z.string(),
  who: z.string(),
  what: z.string(),
  about: z.string(),
});
const Alias = z.object({ alias: z.string(), id: z.string() });

function read<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new StateError('unreadable');
  }
}

/** What stands in the place of an id that was forgotten; the same for all lines of one person. */
const tombstone = (alias: string) => `forgotten-${alias}`;

/**
 * The audit: lines are only ever added. They hold random pseudonyms; the table that turns them back
 * into ids is apart, so that forgetting a person or a team makes tombstones without rewriting a line.
 */
export function createAuditBook(desk: Desk): Pick<CaseStore, 'record' | 'audit' | 'tombstone'> {
  const { shelf, sealer, names, onFault } = desk;
  const aliasFor = async (team: string, person: string, id: string, until: number) => {
    const name = recordName.pseudonym(team, person);
    const fresh = JSON.stringify({ alias: randomBytes(6).toString('hex'), id });
    const kept = await shelf.pseudonym(team, person, sealer.seal(name, 0, fresh), until);
    return read(Alias, sealer.open(name, kept).text).alias;
  };
  const trusted = <T>(name: string, record: string, schema: z.ZodType<T>): T | null => {
    try {
      return read(schema, sealer.open(name, record).text);
    } catch (error) {
      onFault(faultCode(error));
      return null;
    }
  };
  const idsByAlias = async () => {
    const ids = new Map<string, string>([[SYSTEM, SYSTEM]]);
    for (const { name, record } of await shelf.pseudonyms()) {
      const known = trusted(name, record, Alias);
      if (known !== null) ids.set(known.alias, known.id);
    }
    return ids;
  };
  return {
    async record({ at, team, who, what, about }) {
      const until = at + AUDIT_MS;
      const teamName = names.team(team);
      const [teamAlias, whoAlias] = await Promise.all([
        aliasFor(teamName, '', team, until),
        who === SYSTEM ? SYSTEM : aliasFor(teamName, names.person(team, who), who, until),
      ]);
      const id = randomBytes(12).toString('base64url');
      const line = JSON.stringify({ at, team: teamAlias, who: whoAlias, what, about });
      await shelf.addAudit(
        at,
        { id, record: sealer.seal(recordName.audit(id), until, line) },
        until,
      );
    },
    async audit(since) {
      const ids = await idsByAlias();
      const real = (alias: string) => ids.get(alias) ?? tombstone(alias);
      const entries: AuditEntry[] = [];
      for await (const { id, record } of shelf.audit(since)) {
        const line = trusted(recordName.audit(id), record, Line);
        if (line !== null) entries.push({ ...line, team: real(line.team), who: real(line.who) });
      }
      return entries;
    },
    tombstone: (team, user) =>
      shelf.forgetPseudonym(names.team(team), user === undefined ? null : names.person(team, user)),
  };
}
