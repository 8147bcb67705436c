import { createReport, type Finding } from '../doctor/finding.ts';
import { loadWords } from '../knowledge/load-words.ts';
import { createSay } from '../pipeline/thread/say.ts';
import type { Say } from '../pipeline/thread/what-changed.ts';
import { type Command, UsageError } from './command.ts';

function addressOf(given: string | true | undefined): string | null {
  if (given === undefined) return null;
  const url = typeof given === 'string' ? URL.parse(given) : null;
  if (url === null || !url.protocol.startsWith('http')) {
    throw new UsageError('--url takes the address Slack sends to: https://HOST/slack/events.');
  }
  return url.href;
}

const COLUMNS = 100;
const INDENT = ' '.repeat(12);

/** Words in lines of at most `COLUMNS`; after the first they start below the first word. */
function wrapped(head: string, words: string): string[] {
  const lines = [head.padEnd(INDENT.length)];
  for (const word of words.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length < COLUMNS) lines[lines.length - 1] = `${line}${word} `;
    else lines.push(`${INDENT}${word} `);
  }
  return lines.map((line) => line.trimEnd());
}

/** One finding for people: what was found in a line of its own, then why it matters and what to do. */
function written({ id, level, found, why, cure }: Finding, say: Say): string[] {
  const line = `${say(`doctor.level.${level}`).padEnd(6)} ${id.padEnd(16)} ${found}`;
  if (level === 'ok') return [line];
  const part = (head: string, words: string) => wrapped(`       ${head}`, words);
  return [line, ...part(say('doctor.why'), why), ...part(say('doctor.cure'), cure)];
}

function summary(findings: readonly Finding[], say: Say): string {
  const count = (level: Finding['level']) =>
    String(findings.filter((finding) => finding.level === level).length);
  const slots = { well: count('ok'), hints: count('hint'), faults: count('fault') };
  return say('doctor.summary', slots);
}

/** `doctor`: looks at a set-up and says what is wrong, why it matters and what to do. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'npm run -s doctor -- [--json] [--url https://HOST/slack/events]',
  flags: { json: 'boolean', url: 'string' },
  async run({ write, flags, engine, env }) {
    const say = createSay(loadWords());
    const url = addressOf(flags.get('url'));
    const { examine } = await import('../doctor/examine.ts');
    const findings = await examine({ env, url, engine, report: createReport(say) });
    if (flags.has('json')) for (const finding of findings) write(JSON.stringify(finding));
    else {
      for (const finding of findings) written(finding, say).forEach(write);
      write(summary(findings, say));
    }
    return findings.some(({ level }) => level === 'fault') ? 1 : 0;
  },
};
