import type { IdentifierClass } from '../message.ts';

/** What a finding stands for in the replaced text; decides the token. */
export type Bearer =
  | 'person'
  | 'clinician'
  | 'place'
  | 'organisation'
  | 'date'
  | 'contact'
  | 'number'
  | 'age'
  | 'detail';

/** One identifier found in a text. Offsets are UTF-16 code units of the text that was searched. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly class: IdentifierClass;
  /** Kin or other role that stands beside the name ("mother"), or the client. */
  readonly role?: string;
  /** What a date says, as far as it says it; months count from 1. */
  readonly when?: { readonly year?: number; readonly month: number; readonly day: number };
  /** Said of a date: a holiday, or a point since which something lasts. */
  readonly note?: 'holiday' | 'since';
  /** False when the finding rests on a guess and the clinician should look at it. */
  readonly sure: boolean;
}

/** Finds one kind of identifier. */
export type Recognizer<Searched> = (searched: Searched) => Finding[];

const BEARERS: Partial<Record<IdentifierClass, Bearer>> = {
  name: 'person',
  location: 'place',
  org: 'organisation',
  date: 'date',
  age90: 'age',
  phone: 'contact',
  fax: 'contact',
  email: 'contact',
  url: 'contact',
  username: 'contact',
  mention: 'contact',
  quasi: 'detail',
};

/** What stands for a class of identifier in the replaced text. */
export function bearerOf(finding: Pick<Finding, 'class' | 'role'>): Bearer {
  if (finding.class === 'name' && finding.role === 'clinician') return 'clinician';
  return BEARERS[finding.class] ?? 'number';
}
