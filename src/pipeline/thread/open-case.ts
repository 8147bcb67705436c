import type { ThreadKey, Turn } from '../message.ts';
import type { CaseThread } from './case-thread.ts';
import { NO_FOLLOW_UP } from './follow-up/follow-up.ts';

/** A new case, opened by its first message; `id` is opaque and stands in buttons and the audit. */
export function openCase(key: ThreadKey, id: string, first: Turn): CaseThread {
  return {
    key,
    id,
    author: first.author,
    state: 'T0-received',
    openedAt: first.at,
    lastAt: first.at,
    turns: [],
    replies: [],
    assessment: null,
    tapped: [],
    refused: [],
    inHand: [],
    stillOpen: false,
    asked: [],
    shown: [],
    helpful: null,
    stage: null,
    tries: [],
    followUp: NO_FOLLOW_UP,
    plan: null,
    hypothesis: null,
    correction: null,
  };
}
