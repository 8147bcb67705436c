import { type Standing, textOf } from '../fake-slack.ts';

/** Blocks that tell what a reply says; small print, taps and buttons are left out. */
const TOLD =
  /^(?:note|changed|outdated|asked|reading|stage|lens|for-you|withheld|phrases|phrase-\d+|hypothesis\w*|follow-up\w*)$/;
const LINE = 180;

const clip = (line: string) => (line.length > LINE ? `${line.slice(0, LINE - 1)}…` : line);
const bare = (line: string) => line.trim().replace(/^\*|\*$/g, '');

/** A reply in a few lines, as they can be read in the output of a test. */
export function gist({ blocks, text }: Standing): string[] {
  const told = blocks.filter(
    ({ block_id: id, type }, at) =>
      (at === 0 && type !== 'context') || (type !== 'actions' && TOLD.test(String(id))),
  );
  const said = told
    .flatMap((block) => textOf({ ...block, accessory: undefined }).split('\n'))
    .map(bare)
    .filter((line) => line !== '' && line !== 'mrkdwn' && line !== 'plain_text');
  return (said.length > 0 ? said : [text]).map(clip);
}
