import { describe, expect, it } from 'vitest';
import { statusMessage } from '../../../src/slack/views/status-message.ts';
import type { WorkspaceStatus } from '../../../src/slack/ways-in.ts';
import { messageFaults } from '../../support/block-limits.ts';
import { view } from '../../support/view-parts.ts';

const plain: WorkspaceStatus = {
  ...{ model: null, retentionDays: 30, channels: [], paused: false, gate: false },
  ...{ supervised: true, contacts: true },
};
const ALL = ['channels:history', 'groups:history'];
const said = (over: Partial<WorkspaceStatus>, scopes: readonly string[] | null = ALL) => {
  const message = statusMessage({ ...plain, ...over }, scopes, view);
  expect(messageFaults(message)).toEqual([]);
  return JSON.stringify(message.blocks);
};

describe('statusMessage', () => {
  it.each([
    [{}, 'Readings stand on rules alone'],
    [{ model: 'local-model' }, 'local-model'],
    [{ retentionDays: 7 }, '7 days'],
    [{}, 'in direct messages only'],
    [{ channels: ['case-consult'] }, '#case-consult'],
    [{ paused: true }, 'I am paused'],
    [{ gate: true }, 'A supervisor looks at sentences'],
    [{ gate: true, supervised: false }, 'nobody is named'],
    [{ contacts: false }, 'No emergency or duty contacts'],
  ])('%j says “%s”', (over, words) => {
    expect(said(over)).toContain(words);
  });

  it('says that nothing is missing when nothing is', () => {
    expect(said({})).toContain('Nothing that I know of');
  });

  it.each([
    [['channels:history'], 'history scopes'],
    [null, 'Slack did not say'],
  ])('with the scopes %j says “%s”', (scopes, words) => {
    expect(said({}, scopes)).toContain(words);
  });
});
