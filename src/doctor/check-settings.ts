import { ConfigError, readConfig } from '../config.ts';
import { readModelSettings } from '../openai/model-settings.ts';
import type { Check, Patient } from './check.ts';

function faultsOf(env: Patient['env']): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** Every setting of the bot and of the model; values are not repeated. */
export const checkSettings: Check = async ({ env, report }) => {
  const model = readModelSettings(env);
  const faults = [...faultsOf(env), ...(model.ok ? [] : model.faults)];
  if (faults.length === 0) return [report.ok('settings')];
  return faults.map((fault) => {
    const [found = '', cure = fault] = fault.split('; ');
    return report.told('fault', 'settings', `${found}.`, sentence(cure));
  });
};
