import type { KnownBlock } from '@slack/types';
import type { WorkspacePolicy } from '../../../pipeline/settings/workspace-policy.ts';
import type { Operations } from '../../home-service.ts';
import { choice, header, section } from '../blocks.ts';
import { bold, bullet, lines, plain } from '../markup.ts';
import { POLICY_PARTS, type PolicyPart } from '../policy/policy-modal.ts';
import { channelLink } from '../refusal.ts';
import type { ViewParts } from '../view-parts.ts';
import { HOME_IDS } from './home-ids.ts';
import { personName } from './link.ts';

/** What an owner sees. */
export interface OwnerHome {
  readonly policy: WorkspacePolicy;
  readonly operations: Operations;
  /** Scopes Slack granted, or null when it did not say. */
  readonly scopes: readonly string[] | null;
}

type Said = Pick<ViewParts, 'say'>;

const MOST_NAMED = 10;
const HISTORIES = ['channels:history', 'groups:history'];

/** Names of people, the first ten; a sentence when there are none. */
function people(users: readonly string[], { say }: Said): string {
  if (users.length === 0) return say('home.policy.nobody');
  const named = users.slice(0, MOST_NAMED).map(personName).join(', ');
  const more = users.length - MOST_NAMED;
  return more > 0 ? say('home.policy.and-more', { named, count: String(more) }) : named;
}

function reviewLines(policy: WorkspacePolicy, parts: Said): string[] {
  const { say } = parts;
  const { supervisionChannel: channel, supervisorGroup: group, supervisors, owners } = policy;
  return [
    say(`home.policy.review.${policy.review}`),
    channel === null
      ? say('home.policy.no-channel')
      : say('home.policy.channel', { channel: channelLink(channel) }),
    say('home.policy.supervisors', { people: people(supervisors, parts) }),
    group === null ? '' : say('home.policy.group'),
    owners.length > 0 ? say('home.policy.owners', { people: people(owners, parts) }) : '',
  ];
}

function safetyLines({ contacts, onCall }: WorkspacePolicy, parts: Said): string[] {
  const { say } = parts;
  return [
    ...(['emergency', 'crisis', 'duty'] as const).map((name) =>
      say('home.policy.contact', {
        name: say(`policy.field.contact-${name}`),
        contact: plain(contacts[name] ?? say('home.policy.not-set'), 220),
      }),
    ),
    say('home.policy.on-call', { people: people(onCall, parts) }),
  ];
}

function casesLines(policy: WorkspacePolicy, { status }: Operations, { say }: Said): string[] {
  const channels = status.channels.slice(0, MOST_NAMED).map(channelLink).join(', ');
  const more = status.channels.length - MOST_NAMED;
  return [
    policy.paused ? say('home.policy.paused') : '',
    channels === '' ? say('way.status.direct') : say('way.status.channels', { channels }),
    more > 0 ? say('home.policy.more-channels', { count: String(more) }) : '',
    say('way.status.retention', { days: String(status.retentionDays) }),
    say(policy.followUps ? 'home.policy.follow-ups' : 'home.policy.no-follow-ups'),
    say(policy.digest ? 'home.policy.digest' : 'home.policy.no-digest'),
  ];
}

function hoursLines(policy: WorkspacePolicy, { say }: Said): string[] {
  const { workingHours: hours, remindAfterHours, escalateAfterHours } = policy;
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return [
    say('home.policy.hours', {
      days: hours.days.map((day) => say(`policy.day.${day}`)).join(', '),
      ...{ from: clock(hours.from), to: clock(hours.to), zone: plain(hours.zone, 60) },
    }),
    say('home.policy.reminders', {
      ...{ remind: String(remindAfterHours), escalate: String(escalateAfterHours) },
    }),
  ];
}

/** How the program does that serves this workspace alone. */
function serviceLines(service: Operations['service'], { say }: Said): string[] {
  if (service === null) return [];
  const { health, waiting, failed } = service;
  const unwell = health.filter(({ level }) => level !== 'ok').slice(0, 5);
  return [
    say('home.health.queue', { waiting: String(waiting), failed: String(failed) }),
    ...unwell.map(({ found, cure }) => `${plain(found, 200)} ${plain(cure, 300)}`.trim()),
    unwell.length === 0 ? say('home.health.well') : '',
  ];
}

/** Model, data boundary, health, and what an install without history scopes loses. */
function operationsLines({ operations, scopes }: OwnerHome, { say }: Said): string[] {
  const { status, boundary, modelAnswers, service } = operations;
  const model = plain(status.model ?? '', 60);
  const histories = scopes === null || HISTORIES.every((scope) => scopes.includes(scope));
  return [
    status.model === null ? say('way.status.rules') : say('way.status.model', { model }),
    boundary === null ? '' : say(`home.boundary.${boundary}`),
    modelAnswers === false ? say('home.model.away') : '',
    ...serviceLines(service, { say }),
    scopes === null ? say('way.status.unknown') : '',
    histories ? '' : say('home.no-history'),
  ];
}

/** An owner's part of Home: each part of the policy with a button to change it, and how the bot does. */
export function ownerHome(home: OwnerHome, parts: ViewParts): KnownBlock[] {
  const { say } = parts;
  const { policy, operations } = home;
  const said: Readonly<Record<PolicyPart, readonly string[]>> = {
    review: reviewLines(policy, parts),
    safety: safetyLines(policy, parts),
    cases: casesLines(policy, operations, parts),
    hours: hoursLines(policy, parts),
  };
  const listed = (title: string, all: readonly string[]) =>
    lines([bold(title), ...all.filter((line) => line !== '').map(bullet)]);
  return [
    header('policy', say('home.policy.title')),
    ...POLICY_PARTS.map((part) =>
      choice(`policy-${part}`, listed(say(`policy.title.${part}`), said[part]), {
        ...{ text: say('home.button.change'), does: `${HOME_IDS.policy}:${part}`, value: part },
        says: say('home.button.change.says', { part: say(`policy.title.${part}`) }),
      }),
    ),
    section('operations', listed(say('home.health.title'), operationsLines(home, parts))),
  ];
}
