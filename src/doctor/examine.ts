import type { Engine } from '../build-stages.ts';
import { type Config, ConfigError, readConfig, readSlackAccess } from '../config.ts';
import { createSlackProbe } from '../slack/probe.ts';
import type { Check, Patient } from './check.ts';
import { checkChannels } from './check-channels.ts';
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

function configOf(env: Patient['env']): Config | null {
  try {
    return readConfig(env);
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
  const config = configOf(env);
  const access = readSlackAccess(env);
  const probes = access !== null || config !== null;
  const slack = probes
    ? createSlackProbe(access?.token ?? '', access?.apiUrl ?? config?.slack.apiUrl)
    : null;
  const patient: Patient = { env, url, report, slack, config };
  // Loading everything keeps this process busy: first, or waiting for the network would look too long.
  const program = await run(createCheckProgram(engine), patient);
  const checks: Check[] = [
    ...[checkSettings, checkToken, checkLine, checkChannels, checkState, createCheckModel(engine)],
  ];
  const found = await Promise.all(checks.map((check) => run(check, patient)));
  return [program, ...found].flat();
}
