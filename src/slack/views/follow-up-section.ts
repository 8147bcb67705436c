import type { KnownBlock } from '@slack/types';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { NEXT_SESSIONS } from '../../pipeline/thread/follow-up/follow-up.ts';
import { actId } from './act-id.ts';
import { actions, section } from './blocks.ts';
import { dateWords } from './date-words.ts';
import { bold, lines } from './markup.ts';
import { selectBeside } from './select.ts';
import type { ViewParts } from './view-parts.ts';

/** What stands chosen, in a sentence. */
function planned({ followUp }: CaseThread, { say }: Pick<ViewParts, 'say'>): string {
  if (followUp.due !== null) return say('follow-up.planned', { date: dateWords(followUp.due) });
  return say(followUp.next === 'none' ? 'follow-up.not-planned' : 'follow-up.why');
}

/** 'When do you see them next?', where such questions are wanted. */
export function followUpSection(kase: CaseThread, { say }: Pick<ViewParts, 'say'>): KnownBlock[] {
  const { allowed, off, next } = kase.followUp;
  if (!allowed || off) return [];
  const choices = NEXT_SESSIONS.map((each) => ({
    ...{ text: say(`follow-up.next.${each}`), value: `${kase.id} ${each}` },
  }));
  return [
    selectBeside('next-session', lines([bold(say('follow-up.ask')), planned(kase, { say })]), {
      ...{ does: actId('next-session'), placeholder: say('follow-up.choose'), choices },
      chosen: next === null ? null : `${kase.id} ${next}`,
    }),
  ];
}

/** The question in the thread: how did it go, and one line if they like. */
export function followUpQuestion(kase: CaseThread, { say }: Pick<ViewParts, 'say'>) {
  const button = (does: Parameters<typeof actId>[0]) => ({
    ...{ text: say(`button.${does}`), does: actId(does), value: kase.id },
  });
  return {
    text: say('follow-up.notify'),
    blocks: [
      section('question', lines([bold(say('follow-up.question')), say('follow-up.line')])),
      actions('went', [
        button('went-helped'),
        button('went-no-change'),
        button('went-worse'),
        button('went-not-used'),
        button('add-line'),
        button('no-follow-ups'),
      ]),
      section('quiet', say('follow-up.quiet')),
    ] satisfies KnownBlock[],
  };
}
