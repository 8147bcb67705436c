const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Signs that format text in Slack, with a look-alike that does not. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '*': '\u2217',
  _: '\u02cd',
  '~': '\u223c',
  '`': '\u02cb',
};
/** Words with one space between them and none of these signs: what stays as it is. */
const PLAIN = /^[^\s&<>*_~`:]+(?: [^\s&<>*_~`:]+)*$/;
const EMOJI_CODE = /:(?=[\w+'-]{1,80}:)/g;

/**
 * Text of people or of the library as Slack shows it letter by letter: no mention, link, emoji code
 * or formatting can come of it, and it stays on one line.
 */
export function literal(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\s+/g, ' ')
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[*_~`]/g, (sign) => LOOKALIKES[sign] ?? sign)
    .replace(EMOJI_CODE, '\u2236')
    .trim();
}
