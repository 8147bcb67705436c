import { literal } from '../literal.ts';

const ADDRESS = /^https?:\/\/[^\s<>|"]{1,1000}$/;

/** Words that lead to an address of Slack's; only the words when there is no such address. */
export function link(address: string | null, words: string): string {
  const shown = literal(words);
  return address !== null && ADDRESS.test(address) ? `<${address}|${shown}>` : shown;
}

const CHANNEL = /^[CG][A-Z0-9]{2,30}$/;
const PERSON = /^[UW][A-Z0-9]{2,30}$/;

/** A channel that Slack shows by its name; `otherwise` for a direct conversation. */
export const channelName = (id: string, otherwise: string): string =>
  CHANNEL.test(id) ? `<#${id}>` : literal(otherwise);

/** A person whom Slack shows by their name. */
export const personName = (id: string): string => (PERSON.test(id) ? `<@${id}>` : literal(id));
