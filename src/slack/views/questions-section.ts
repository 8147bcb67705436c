import type { KnownBlock } from '@slack/types';
import type { Question } from '../../pipeline/outcome.ts';
import { section } from './blocks.ts';
import { bold, bullet, lines, plain } from './markup.ts';
import type { ViewParts } from './view-parts.ts';

const MOST = 3;

/** 'To sharpen this': at most three questions; nothing when none is left. */
export function questionsSection(
  questions: readonly Question[],
  { say }: Pick<ViewParts, 'say'>,
): KnownBlock[] {
  if (questions.length === 0) return [];
  const asked = questions.slice(0, MOST).map(({ ask }) => bullet(plain(ask, 240)));
  return [section('questions', lines([bold(say('reply.heading.questions')), ...asked]))];
}
