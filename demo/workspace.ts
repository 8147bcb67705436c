/** The people of the try-out workspace: all invented. */
export const PEOPLE = {
  clinician: { id: 'U01ROBIN', name: 'robin', real_name: 'Robin (clinician)' },
  colleague: { id: 'U02SASHA', name: 'sasha', real_name: 'Sasha (clinician)' },
  supervisor: { id: 'U03MORGAN', name: 'morgan', real_name: 'Morgan (supervisor)' },
} as const;

/** Its channels; `lunch` is not on the bot's allow-list, so that the refusal can be seen. */
export const CHANNELS = {
  team: { id: 'C01TEAM', name: 'case-consult' },
  supervision: { id: 'C02SUPER', name: 'supervision' },
  lunch: { id: 'C03LUNCH', name: 'lunch' },
} as const;

/** The bot as the local workspace knows it; any token works there. */
export const BOT = {
  appId: 'A01IMPASSE',
  botUserId: 'U0IMPASSE',
  botName: 'impasse',
  botToken: 'xoxb-demo',
  appToken: 'xapp-demo',
  signingSecret: 'demo-signing-secret',
} as const;

export const TEAM_ID = 'T01DEMO';

/** Configuration file of the local workspace. */
export function workspaceConfig(): unknown {
  const everybody = [...Object.values(PEOPLE).map(({ id }) => id), BOT.botUserId];
  const supervising = [PEOPLE.clinician.id, PEOPLE.supervisor.id, BOT.botUserId];
  return {
    workspace: { name: 'Impasse try-out', domain: 'impasse-demo', teamId: TEAM_ID },
    apps: [{ ...BOT, mode: 'socket' }],
    users: Object.values(PEOPLE).map((person) => ({
      ...person,
      email: `${person.name}@example.com`,
    })),
    channels: [
      {
        ...CHANNELS.team,
        topic: 'Stuck cases, de-identified cases only. Start with @impasse',
        members: everybody,
      },
      { ...CHANNELS.supervision, topic: 'Supervision', members: supervising },
      { ...CHANNELS.lunch, topic: 'Not for cases', members: everybody },
    ],
  };
}
