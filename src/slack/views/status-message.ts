import type { WorkspaceStatus } from '../ways-in.ts';
import { type SlackMessage, section } from './blocks.ts';
import { bold, bullet, lines, plain } from './markup.ts';
import { channelLink } from './refusal.ts';
import type { ViewParts } from './view-parts.ts';

/** Scopes that may be left out, and then something is missing. */
const HISTORIES = ['channels:history', 'groups:history'];

/** What is missing in this workspace; `scopes` are those Slack granted, or null when it did not say. */
function missing(
  status: WorkspaceStatus,
  scopes: readonly string[] | null,
  { say }: Pick<ViewParts, 'say'>,
): string[] {
  const histories = scopes === null || HISTORIES.every((scope) => scopes.includes(scope));
  const all = [
    scopes === null ? say('way.status.unknown') : '',
    histories ? '' : say('way.status.no-history'),
    status.contacts ? '' : say('way.status.no-contacts'),
    status.gate && !status.supervised ? say('way.status.no-review') : '',
  ].filter((line) => line !== '');
  return all.length > 0 ? all : [say('way.status.none-missing')];
}

/** What is set up in the workspace and what is missing, in plain words. */
export function statusMessage(
  status: WorkspaceStatus,
  scopes: readonly string[] | null,
  parts: Pick<ViewParts, 'say'>,
): SlackMessage {
  const { say } = parts;
  const { model, channels, retentionDays, paused, gate } = status;
  const up = [
    model === null ? say('way.status.rules') : say('way.status.model', { model: plain(model, 60) }),
    say('way.status.retention', { days: String(retentionDays) }),
    channels.length === 0
      ? say('way.status.direct')
      : say('way.status.channels', { channels: channels.map(channelLink).join(', ') }),
    gate ? say('way.status.gate') : '',
    paused ? say('way.status.paused') : '',
  ].filter((line) => line !== '');
  const lacks = missing(status, scopes, parts);
  return {
    text: say('way.status.notify'),
    blocks: [
      section('status', lines([bold(say('way.status.head')), ...up.map(bullet)])),
      section('missing', lines([bold(say('way.status.missing')), ...lacks.map(bullet)])),
    ],
  };
}
