import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { DEFAULT_POLICY } from '../../src/pipeline/settings/workspace-policy.ts';
import { MODAL_RULES, RULES } from '../../src/slack/guards/rule-of.ts';
import { PRESS_ROUTES } from '../../src/slack/listeners/actions/press-routes.ts';
import { SHARE_CHANNEL } from '../../src/slack/views/share-modal.ts';
import { AUTHOR, KEY, OTHER } from '../support/builders.ts';
import { textOf } from '../support/fake-slack.ts';
import { type Running, startApp } from '../support/start-app.ts';
import { ACTIONS, MODALS, type Person } from './role-table.ts';

const IDS: Readonly<Record<Person, string>> = {
  ...{ author: AUTHOR, clinician: OTHER, supervisor: 'U03SUPER', owner: 'U04OWNER' },
  ...{ duty: 'U05DUTY', guest: 'U06GUEST', external: 'U07EXTERNAL', bot: 'U08BOT' },
  ...{ deactivated: 'U09GONE', unchecked: 'U10UNSURE' },
};
const FACTS: Readonly<Record<string, object>> = {
  [IDS.owner]: { is_admin: true },
  [IDS.guest]: { is_restricted: true },
  [IDS.external]: { team_id: 'T99OTHER' },
  [IDS.bot]: { is_bot: true },
  [IDS.deactivated]: { deleted: true },
};
const PEOPLE = Object.keys(IDS) as Person[];
const CHANNEL = 'C02SUPER';
/** Choices without which a modal would be sent back for them. */
const CHOSEN = { [SHARE_CHANNEL]: { to: { selected_option: { value: 'C01TEAM' } } } };
const REFUSED =
  /Only (?:the person who brought|supervisors|the people who look after|people on call)|Guests and people|could not check|your own case/;

let bot: Running;
let caseId: string;
let pressed = 0;
let now = Date.now();

/** Everything anybody but the one who acts could see of it. */
async function standing() {
  const kase = await bot.app.state.store.load(KEY);
  const records = await bot.app.state.records.all(KEY.team, 'review');
  const policy = await bot.app.state.records.read({ team: KEY.team, kind: 'policy', id: '' });
  const audit = await bot.app.state.store.audit(0);
  return JSON.stringify({
    kase,
    records,
    policy,
    audit,
    messages: [...bot.slack.messages.values()],
  });
}

/** What the one who acts was told since: privately, or in a modal. */
function toldSince(from: number): string {
  const since = bot.slack.calls.slice(from);
  const notes = since.filter(({ method }) => method === 'chat.postEphemeral');
  const modals = since.filter(({ method }) => method.startsWith('views.'));
  const shown = modals.map(({ args }) => textOf(JSON.parse(args.view ?? '{}')));
  return [...notes.map(({ args }) => args.text ?? ''), ...shown].join('\n');
}

const place = `${KEY.channel} ${KEY.thread}`;

/** What the real button would carry. */
function carriedBy(action: string): string {
  if (action.startsWith('review-')) return `${caseId} 0123456789abcdef`;
  if (action === 'correct-reading') return `${place} ${caseId}`;
  if (action === 'next-session') return `${caseId} week`;
  return action === 'page-have' || /text$|missed|identifier|as-read/.test(action) ? place : caseId;
}

/** What the real modal would carry. */
function metadataOf(callback: string): string {
  if (callback.startsWith('review-')) return `${caseId} 0123456789abcdef ${CHANNEL}`;
  if (callback === 'share-case') return `${place} ${caseId} 0123456789abcdef`;
  return /^(?:correct-reading|what-was-off)$/.test(callback) ? `${place} ${caseId}` : place;
}

/** Forges a press: any button, with everything it could carry, by anybody. */
async function press(actionId: string, user: string, over: Record<string, unknown> = {}) {
  pressed += 1;
  const from = bot.slack.calls.length;
  await bot.slack.send({
    ...{ type: 'block_actions', team: { id: KEY.team }, user: { id: user, team_id: KEY.team } },
    ...{ channel: { id: KEY.channel }, trigger_id: `trigger-${pressed}` },
    message: { ts: '1800000000.000001', thread_ts: KEY.thread },
    actions: [
      {
        type: 'button',
        action_id: actionId,
        value: carriedBy(actionId),
        action_ts: `${2e9 + pressed}.1`,
      },
    ],
    ...over,
  });
  await bot.app.slack.idle(2_000);
  return toldSince(from);
}

async function submit(callback: string, user: string) {
  const from = bot.slack.calls.length;
  bot.slack.answered = undefined;
  await bot.slack.send({
    ...{ type: 'view_submission', team: { id: KEY.team }, user: { id: user, team_id: KEY.team } },
    view: {
      ...{ id: `V${callback}${user}`, type: 'modal', callback_id: callback },
      ...{ private_metadata: metadataOf(callback), state: { values: CHOSEN } },
    },
  });
  await bot.app.slack.idle(2_000);
  return `${toldSince(from)}\n${textOf(bot.slack.answered)}`;
}

beforeAll(async () => {
  bot = await startApp({ now: () => now });
  bot.slack.answers.set('users.info', ({ user = '' }) =>
    user === IDS.unchecked
      ? { ok: false, error: 'internal_error' }
      : { user: { id: user, team_id: KEY.team, ...FACTS[user] } },
  );
  await bot.app.state.records.change({ team: KEY.team, kind: 'policy', id: '' }, () => ({
    ...{ ...DEFAULT_POLICY, review: 'gate', supervisionChannel: CHANNEL },
    ...{ supervisorGroup: 'S01SUPER', onCall: [IDS.duty] },
  }));
  bot.slack.answers.set('usergroups.users.list', () => ({ users: [IDS.supervisor] }));
  await bot.slack.mention(EXAMPLES.withdrawal);
  await bot.settled();
  await bot.app.state.alarms.look();
  await bot.settled();
  caseId = (await bot.app.state.store.load(KEY))?.id ?? '';
}, 30_000);
afterAll(() => bot.stop());

describe('the role table', () => {
  it('has a row for every button and every modal', () => {
    const routed = PRESS_ROUTES.flatMap(({ rules }) =>
      Object.entries(rules).flatMap(([id, rule]) => (rule === null ? [] : [id])),
    );
    const all = new Set([...Object.keys(RULES), ...routed]);
    expect(Object.keys(ACTIONS).sort()).toEqual([...all].sort());
    expect(Object.keys(MODALS).sort()).toEqual(Object.keys(MODAL_RULES).sort());
  });

  it.each(Object.entries(ACTIONS))(
    '%s is followed for %j alone',
    async (action, { for: whom, as }) => {
      const before = await standing();
      for (const person of PEOPLE.filter((each) => !whom.includes(each))) {
        expect(`${person}: ${await press(as ?? action, IDS[person])}`).toMatch(REFUSED);
      }
      await bot.settled();
      expect(await standing()).toBe(before);
      for (const person of whom) {
        expect(`${person}: ${await press(as ?? action, IDS[person])}`).not.toMatch(REFUSED);
      }
      await bot.settled();
    },
  );

  it.each(Object.entries(MODALS))('%s is taken from %j alone', async (callback, whom) => {
    const before = await standing();
    for (const person of PEOPLE.filter((each) => !whom.includes(each))) {
      expect(`${person}: ${await submit(callback, IDS[person])}`).toMatch(REFUSED);
    }
    await bot.settled();
    expect(await standing()).toBe(before);
  });
});

describe('what is forged', () => {
  it.each([
    ['another case', 'in-hand', { value: 'another-case' }],
    [
      'a case of another workspace',
      'review-approve',
      { value: 'case-of-another 0123456789abcdef' },
    ],
    ['nothing at all', 'review-approve', { value: '' }],
    ['a safety label as a tap', 'tap:sf-suicide', {}],
    ['an action nobody made', 'review-approve-all', {}],
  ])('%s: nothing happens', async (_what, action, { value }: { value?: string }) => {
    const before = await standing();
    const actions = [
      { type: 'button', action_id: action, value: value ?? caseId, action_ts: '2.1' },
    ];
    for (const user of [AUTHOR, IDS.supervisor]) await press(action, user, { actions });
    await bot.settled();
    expect(await standing()).toBe(before);
  });

  it('the id of another workspace is dropped unread', async () => {
    const before = await standing();
    const from = bot.slack.calls.length;
    await press('review-approve', IDS.supervisor, { team: { id: 'T99OTHER' } });
    expect(bot.slack.calls.slice(from)).toEqual([]);
    expect(await standing()).toBe(before);
  });

  it('a press without a thread Slack could have sent is dropped', async () => {
    const before = await standing();
    await press('in-hand', AUTHOR, { message: { ts: 'x', thread_ts: 'y' } });
    await bot.settled();
    expect(await standing()).toBe(before);
  });
});

describe('a supervisor', () => {
  it('who leaves the group is refused within a minute', async () => {
    bot.slack.answers.set('usergroups.users.list', () => ({ users: [] }));
    now += 61_000;
    expect(await press('review-flag', IDS.supervisor)).toMatch(/Only supervisors/);
  });

  it('is not believed while the group does not answer, and not told that they have lost it', async () => {
    bot.slack.answers.set('usergroups.users.list', () => ({ ok: false, error: 'internal_error' }));
    now += 61_000;
    expect(await press('review-flag', IDS.supervisor)).toMatch(/could not check your role/);
  });

  it('named in the list is one while groups are not to be had', async () => {
    await bot.app.state.records.change({ team: KEY.team, kind: 'policy', id: '' }, (policy) => ({
      ...(policy ?? DEFAULT_POLICY),
      supervisors: [IDS.supervisor],
    }));
    now += 61_000;
    expect(await press('review-flag', IDS.supervisor)).not.toMatch(REFUSED);
  });
});
