import type { Check, Patient } from './check.ts';
import type { Finding } from './finding.ts';

const ID = /^[CG][A-Z0-9]{8,}$/;

async function checkOne(channel: string, { slack, report }: Patient): Promise<Finding[]> {
  const probed = await slack?.channel(channel);
  if (probed === undefined) return [];
  if (!probed.ok) {
    if (probed.code !== 'channel_not_found') return [];
    return [report.fault('channel.unknown', { channel })];
  }
  if (probed.shared) return [report.fault('channel.shared', { channel })];
  if (!probed.member) return [report.fault('channel.not-in', { channel })];
  return [report.ok('channel', { channel })];
}

/** The channels where cases may be brought; those given by name are not looked up. */
export const checkChannels: Check = async (patient) => {
  const { config, report } = patient;
  if (config === null || config.slack.oauth) return [];
  const { channels } = config.slack;
  if (channels.length === 0) return [report.hint('channels')];
  const found = await Promise.all(
    channels.filter((id) => ID.test(id)).map((id) => checkOne(id, patient)),
  );
  return found.flat();
};
