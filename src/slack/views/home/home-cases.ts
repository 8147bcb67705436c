import type { KnownBlock } from '@slack/types';
import type { PersonSettings } from '../../../pipeline/settings/person-settings.ts';
import type { HomeCase } from '../../home-service.ts';
import { actions, context, header, section } from '../blocks.ts';
import { dateWords } from '../date-words.ts';
import { lines, plain } from '../markup.ts';
import type { ViewParts } from '../view-parts.ts';
import { HOME_IDS } from './home-ids.ts';
import { channelName, link } from './link.ts';

/** Cases that are listed; further ones are counted. */
export const MOST_HOME_CASES = 8;

/** A case with the address of its thread, or null when Slack did not give one. */
interface LinkedHomeCase extends HomeCase {
  readonly link: string | null;
}

/** What a clinician sees of their own. */
export interface ClinicianHome {
  /** Newest first. */
  readonly cases: readonly LinkedHomeCase[];
  /** Cases that are not listed. */
  readonly more: number;
  readonly settings: PersonSettings;
}

function caseBlock(kase: LinkedHomeCase, index: number, { say, knowledge }: ViewParts): KnownBlock {
  const { key, state, stage, lastAt, followUpAt } = kase;
  const machine = knowledge.machines.find(({ id }) => id === stage?.machine);
  const shown = stage === null ? undefined : machine?.states[stage.state]?.shown;
  const place = channelName(key.channel, say('home.cases.private'));
  return section(
    `case-${index}`,
    lines([
      say('home.cases.line', {
        ...{ place, date: dateWords(lastAt), state: say(`way.state.${state}`) },
        open: link(kase.link, say('home.cases.open')),
      }),
      shown ? say('home.cases.step', { step: plain(shown.step, 300) }) : '',
      followUpAt === null ? '' : say('home.cases.follow-up', { date: dateWords(followUpAt) }),
    ]),
  );
}

/** A person's own settings in one sentence each. */
function settingsLine(settings: PersonSettings, { say }: Pick<ViewParts, 'say'>): string {
  const lens = say(`settings.lens.${settings.lens ?? 'plain'}`);
  const on = (['hypothesisFirst', 'followUps', 'wordOffers'] as const).filter(
    (each) => settings[each],
  );
  return lines([
    say('home.settings.lens', { lens }),
    ...on.map((each) => `${say(`settings.${each}`)}.`),
  ]);
}

/** A clinician's part of Home: their cases, a new one, their settings and their data. */
export function clinicianHome(home: ClinicianHome, parts: ViewParts): KnownBlock[] {
  const { say } = parts;
  const { cases, more, settings } = home;
  const button = (id: 'new' | 'settings' | 'forget') => ({
    ...{ text: say(`home.button.${id}`), does: HOME_IDS[id], value: id, primary: id === 'new' },
  });
  return [
    header('cases', say('home.cases.title')),
    ...(cases.length === 0 ? [section('no-cases', say('home.cases.none'))] : []),
    ...cases.slice(0, MOST_HOME_CASES).map((kase, index) => caseBlock(kase, index, parts)),
    ...(more > 0 ? [context('more-cases', [say('home.cases.more', { count: String(more) })])] : []),
    actions('own', [button('new'), button('settings'), button('forget')]),
    context('settings', [settingsLine(settings, parts)]),
  ];
}
