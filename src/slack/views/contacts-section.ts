import type { KnownBlock } from '@slack/types';
import { section } from './blocks.ts';
import { bold, bullet, lines, plain } from './markup.ts';
import type { ViewParts } from './view-parts.ts';

const MOST = 300;
const KINDS = ['emergency', 'crisis', 'duty'] as const;

/** The workspace's own contacts for emergencies; nothing until its owner has set one. */
export function contactsSection({ say, duty }: Pick<ViewParts, 'say' | 'duty'>): KnownBlock[] {
  const contacts = duty?.().contacts;
  const named = KINDS.flatMap((kind) => {
    const contact = plain(contacts?.[kind] ?? '', MOST);
    return contact === '' ? [] : [bullet(say(`safety.contact.${kind}`, { contact }))];
  });
  if (named.length === 0) return [];
  return [section('safety-contacts', lines([bold(say('safety.contacts')), ...named]))];
}
