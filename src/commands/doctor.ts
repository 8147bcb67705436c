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

/** One finding for people; what is well takes one line. */
function written({ id, level, found, why, cure }: Finding, say: Say): string[] {
  const line = `${say(`doctor.level.${level}`).padEnd(6)} ${id.padEnd(18)} ${found}`;
  if (level === 'ok') return [line];
  const indent = ' '.repeat(26);
  return [
    line,
    `${indent}${say('doctor.why')} ${why}`,
    `${indent}${say('doctor.cure').padEnd(4)} ${cure}`,
  ];
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
