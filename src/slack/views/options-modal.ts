import type { KnownBlock, ModalView } from '@slack/types';
import type { Rung } from '../../knowledge/knowledge.ts';
import type { Assessment } from '../../pipeline/outcome.ts';
import { header, section } from './blocks.ts';
import { bold, lines, plain } from './markup.ts';
import { modal } from './modal.ts';
import type { ViewParts } from './view-parts.ts';

function rungBlock(rung: Rung, why: string): KnownBlock {
  const { name, how } = rung.shown;
  return section(rung.id, lines([bold(name), plain(why, 600), plain(how, 900)]));
}

/** Every consultation option that may apply: those offered with their reason, then the rest of the ladder. */
export function optionsModal(assessment: Assessment, { say, knowledge }: ViewParts): ModalView {
  const labels = [...assessment.reading.labels, ...assessment.safety.labels].map(({ id }) => id);
  const why = new Map(assessment.suggestions.consultation.map((option) => [option.id, option.why]));
  const offered = knowledge.ladder.filter(({ id }) => why.has(id));
  const rest = knowledge.ladder.filter(
    ({ id, never }) => !why.has(id) && !never.some((label) => labels.includes(label)),
  );
  const part = (id: string, rungs: readonly Rung[]) =>
    rungs.length === 0
      ? []
      : [
          header(id, say(`slack.options.${id}`)),
          ...rungs.map((rung) => rungBlock(rung, why.get(rung.id) ?? rung.shown.why)),
        ];
  return modal('reply.heading.consult', [...part('offered', offered), ...part('rest', rest)], {
    say,
  });
}
