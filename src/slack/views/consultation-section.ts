import type { KnownBlock } from '@slack/types';
import type { ConsultationOption } from '../../pipeline/outcome.ts';
import { section } from './blocks.ts';
import { bold, bullet, lines, plain } from './markup.ts';
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
