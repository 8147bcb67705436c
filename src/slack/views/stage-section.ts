import type { KnownBlock } from '@slack/types';
import type { CaseStage } from '../../pipeline/thread/stages/case-stage.ts';
import { describeStage } from '../../pipeline/thread/stages/describe-stage.ts';
import { section } from './blocks.ts';
import { bold, lines, plain } from './markup.ts';
import type { ViewParts } from './view-parts.ts';

/** Names as one phrase, with the words between them that a screen reader can read out. */
export function joined(
  names: readonly string[],
  key: 'stages.then' | 'stages.or',
  { say }: Pick<ViewParts, 'say'>,
): string {
  const [head = '', ...rest] = names.map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  return rest.reduce((first, second) => say(key, { first, second }), head);
}

/** 'Where you seem to be': the way so far, the point it is at, and what a next step looks like. */
export function stageSection(stage: CaseStage | null, parts: ViewParts): KnownBlock[] {
  const shown = stage === null ? null : describeStage(stage, parts.knowledge.machines);
  if (shown === null) return [];
  const { say } = parts;
  const named = (names: readonly string[]) => names.map((name) => plain(name, 40));
  const before = joined(named(shown.before), 'stages.then', parts);
  const { where, step } = shown;
  return [
    section(
      'stage',
      lines([
        bold(say('stages.heading')),
        before === '' ? '' : say('stages.before', { names: before }),
        say('stages.here', { where: plain(where, 200) }),
        say('stages.step', { step: plain(step, 240) }),
      ]),
    ),
  ];
}
