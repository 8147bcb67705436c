import type { Engine } from '../build-stages.ts';
import { ConfigError, readConfig, readSlackAccess, readStateConfig } from '../config.ts';
import { createSlackProbe } from '../slack/probe.ts';
import type { Check, Patient } from './check.ts';
import { checkChannels } from './check-channels.ts';
import { checkInstalls } from './check-installs.ts';
import { checkLine } from './check-line.ts';
import { createCheckModel } from './check-model.ts';
import { createCheckProgram } from './check-program.ts';
import { checkSettings } from './check-settings.ts';
import { checkState } from './check-state.ts';
import { checkToken } from './check-token.ts';
import type { Finding, Report } from './finding.ts';

/** What is examined. */
export interface Examined extends Pick<Patient, 'env' | 'url'> {
  readonly engine: () => Promise<Engine>;
  readonly report: Report;
}

/** Null when the settings that it reads cannot be used. */
function readable<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}

/** A check that breaks on something unforeseen is a fault itself, by its name and never its message. */
async function run(check: Check, patient: Patient): Promise<readonly Finding[]> {
  try {
    return await check(patient);
  } catch (error) {
    const code = error instanceof Error ? error.name : 'unknown';
    return [patient.report.fault('broken', { code })];
  }
}

/** Looks at a whole set-up, part by part; what was found in the order it is best mended. */
export async function examine({ env, url, engine, report }: Examined): Promise<Finding[]> {
  const config = readable(() => readConfig(env));
  const state = readable(() => readStateConfig(env));
  const access = readSlackAccess(env);
  const probes = access !== null || config !== null;
  const slack = probes
    ? createSlackProbe(access?.token ?? '', access?.apiUrl ?? config?.slack.apiUrl)
    : null;
  const patient: Patient = { env, url, report, slack, config, state };
  // Loading everything keeps this process busy: first, or waiting for the network would look too long.
  const program = await run(createCheckProgram(engine), patient);
  const checks: Check[] = [
    ...[checkSettings, checkToken, checkInstalls, checkLine, checkChannels, checkState],
    createCheckModel(engine),
  ];
  const found = await Promise.all(checks.map((check) => run(check, patient)));
  return [program, ...found].flat();
}
