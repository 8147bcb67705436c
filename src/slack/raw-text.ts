const LINK = /<((?:https?:\/\/|mailto:|tel:)[^<>|\s]{1,2000})(?:\|([^<>]{0,2000}))?>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * The text of a Slack message as the person typed it: without the mention of us, links and addresses
 * without Slack's markup, escapes undone. Mentions of others stay as `<@U…>`, so that they are found
 * and removed as identifiers.
 */
export function rawText(text: string, botUser: string): string {
  const own = new RegExp(`<@${botUser.replace(/\W/g, '')}(?:\\|[^<>]{0,80})?>`, 'g');
  return text
    .replace(own, '')
    .replace(LINK, (_whole, target: string, label: string | undefined) => {
      const bare = target.replace(/^(?:mailto|tel):/, '');
      return label && label !== bare && label !== target ? `${label} (${bare})` : bare;
    })
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** True when the text of an event mentions us. */
export function mentions(text: string, botUser: string): boolean {
  return text.includes(`<@${botUser}>`) || text.includes(`<@${botUser}|`);
}
