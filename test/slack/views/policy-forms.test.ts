import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/pipeline/settings/workspace-policy.ts';
import type { FormValues } from '../../../src/slack/form-values.ts';
import { POLICY_FORMS, POLICY_PARTS } from '../../../src/slack/views/policy/policy-modal.ts';
import { readSettings, settingsModal } from '../../../src/slack/views/settings-modal.ts';
import { view } from '../../support/view-parts.ts';

const { review, cases, hours } = POLICY_FORMS;
const line = (value: string) => ({ f: { value } });
const option = (value: string) => ({ f: { selected_option: { value } } });
const ticked = (...values: string[]) => ({
  f: { selected_options: values.map((value) => ({ value })) },
});
const faultsOf = (form: { read: (values: FormValues) => unknown }, values: FormValues) => {
  const read = form.read(values) as { ok: boolean; faults?: Record<string, string> };
  return read.ok ? [] : Object.keys(read.faults ?? {});
};

describe('the forms of the policy', () => {
  it.each(POLICY_PARTS)('%s names only sentences that exist', (part) => {
    const text = JSON.stringify(POLICY_FORMS[part].inputs(DEFAULT_POLICY, view));
    expect(text).not.toMatch(/"(policy|button)\.[\w.-]+"/);
  });

  const working = {
    ...{ days: ticked('1'), from: option('9'), to: option('17'), zone: line('Europe/London') },
    ...{ remind: line('4'), escalate: line('16') },
  };
  it.each<[string, FormValues, string[]]>([
    ['as it should be', working, []],
    ['no day', { ...working, days: ticked() }, ['days']],
    ['an end before its start', { ...working, to: option('9') }, ['to']],
    ['no such zone', { ...working, zone: line('Middle/Earth') }, ['zone']],
    ['an empty zone', { ...working, zone: line('') }, ['zone']],
    ['hours in words', { ...working, remind: line('four') }, ['remind']],
    ['no hours at all', { ...working, remind: line('0') }, ['remind']],
    ['escalation before the reminder', { ...working, escalate: line('4') }, ['escalate']],
  ])('hours: %s', (_, values, faults) => {
    expect(faultsOf(hours, values)).toEqual(faults);
  });

  it.each([
    ['', []],
    ['1', []],
    ['365', []],
    ['0', ['retention']],
    ['366', ['retention']],
    ['-3', ['retention']],
    ['2.5', ['retention']],
    ['a month', ['retention']],
  ])('cases: %j days', (days, faults) => {
    expect(faultsOf(cases, { retention: line(days) })).toEqual(faults);
  });

  const gate = {
    review: option('gate'),
    'supervision-channel': { f: { selected_conversations: ['C01'] } },
    supervisors: { f: { selected_users: ['U01'] } },
  };
  it.each<[string, FormValues, string[]]>([
    ['a gate with somebody behind it', gate, []],
    [
      'a gate with a user group',
      { ...gate, supervisors: {}, 'supervisor-group': line('s0123abcdef') },
      [],
    ],
    ['a gate with nobody behind it', { ...gate, supervisors: {} }, ['supervisors']],
    ['a gate without a channel', { ...gate, 'supervision-channel': {} }, ['supervision-channel']],
    ['open with nobody', { review: option('open') }, []],
    ['a handle for a group', { 'supervisor-group': line('@supervisors') }, ['supervisor-group']],
  ])('review: %s', (_, values, faults) => {
    expect(faultsOf(review, values)).toEqual(faults);
  });

  it('leaves to the installer what stands empty', () => {
    expect(cases.read({ retention: line(''), channels: {} })).toMatchObject({
      change: { channels: null, retentionDays: null },
    });
  });
});

describe('settings', () => {
  it('shows what holds, and reads nothing into an empty form', () => {
    const shown = JSON.stringify(
      settingsModal(
        { lens: 'mi', hypothesisFirst: true, followUps: false, wordOffers: false },
        view,
      ),
    );
    expect(shown).toContain('"initial_option":{"text":{"type":"plain_text","text":"Motivational');
    expect(shown).not.toMatch(/"settings\.[\w.-]+"/);
    expect(readSettings({})).toEqual({
      ...{ lens: null, hypothesisFirst: false, followUps: false, wordOffers: false },
    });
    expect(readSettings({ lens: option('astrology') })).toMatchObject({ lens: null });
  });
});
