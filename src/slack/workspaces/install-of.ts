import { z } from 'zod';

/** Where a payload belongs. */
export interface InstallPlace {
  /** Enterprise id of an org-wide install, else team id: what every key is scoped by. */
  readonly install: string;
  /** The workspace it happened in, or null when Slack does not say. */
  readonly team: string | null;
}

const id = z.string().max(60).nullish().catch(null);
const one = z.object({ id }).nullish().catch(null);
const wide = z.union([z.boolean(), z.enum(['true', 'false'])]).nullish();

const Authorization = z.object({
  team_id: id,
  enterprise_id: id,
  is_enterprise_install: z.boolean().nullish(),
});

/** The parts of any payload that say which install it belongs to. */
const Addressed = z.object({
  authorizations: z.array(Authorization).nullish().catch(null),
  team_id: id,
  enterprise_id: id,
  is_enterprise_install: wide.catch(null),
  team: z.object({ id, enterprise_id: id }).nullish().catch(null),
  enterprise: one,
  user: z.object({ team_id: id }).nullish().catch(null),
  view: z.object({ app_installed_team_id: id }).nullish().catch(null),
});
type Addressed = z.infer<typeof Addressed>;

/** The ids of an event: those of its first authorization before those of the envelope. */
function eventIds({ authorizations, ...body }: Addressed) {
  const first = authorizations?.[0];
  if (first === undefined) {
    return { team: body.team_id, enterprise: body.enterprise_id, isWide: false };
  }
  return {
    team: first.team_id ?? body.team_id,
    enterprise: first.enterprise_id,
    isWide: first.is_enterprise_install === true,
  };
}

/** The ids of a command, a press, a form or a shortcut. */
function askedIds({ view, team, team_id, user, enterprise, enterprise_id, ...body }: Addressed) {
  const isWide = body.is_enterprise_install === true || body.is_enterprise_install === 'true';
  return {
    team: view?.app_installed_team_id ?? team?.id ?? team_id ?? user?.team_id,
    enterprise: enterprise?.id ?? enterprise_id ?? team?.enterprise_id,
    isWide,
  };
}

/**
 * Which install a payload of Slack's belongs to, in the order Bolt itself looks; null when it does not
 * say. Ids in it can be trusted, because Slack signed it.
 */
export function installOf(body: unknown): InstallPlace | null {
  const read = Addressed.safeParse(body);
  if (!read.success) return null;
  const isEvent = typeof body === 'object' && body !== null && 'event' in body;
  const { team, enterprise, isWide } = isEvent ? eventIds(read.data) : askedIds(read.data);
  const install = isWide ? enterprise : (team ?? enterprise);
  if (!install) return null;
  return { install, team: team && team !== install ? team : isWide ? null : (team ?? null) };
}
