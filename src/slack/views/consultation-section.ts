import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { ConsultationOption } from '../../pipeline/outcome.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { actId } from './act-id.ts';
import { actions, section } from './blocks.ts';
import { bold, bullet, lines, plain } from './markup.ts';
import { ASK_SUPERVISOR } from './review-ids.ts';
import type { ViewParts } from './view-parts.ts';

const MOST = 3;

/** 'Whom to ask': one to three rungs with the reason; nothing when none is offered. */
export function consultationSection(
  options: readonly ConsultationOption[],
  { say, knowledge }: ViewParts,
): KnownBlock[] {
  if (options.length === 0) return [];
  const named = options.slice(0, MOST).map(({ id, why }) => {
    const name = knowledge.ladder.find((rung) => rung.id === id)?.shown.name ?? id;
    return bullet(`${plain(name, 120)} — ${plain(why, 200)}`);
  });
  return [section('consult', lines([bold(say('reply.heading.consult')), ...named]))];
}

/** The buttons for somebody else to ask and for a supervisor; nothing while nobody is offered. */
export function rungButton(
  options: readonly ConsultationOption[],
  kase: CaseThread,
  { say }: ViewParts,
): ActionsBlock[] {
  if (options.length === 0) return [];
  const value = kase.id;
  const buttons = [
    { text: say('button.rung'), does: actId('rung'), value },
    { text: say('button.ask-supervisor'), does: ASK_SUPERVISOR, value },
  ];
  return [actions('rungs', buttons)];
}
