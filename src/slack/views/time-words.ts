import type { ViewParts } from './view-parts.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, timeZoneName: 'short', hourCycle: 'h23' },
    ...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  });
  formats.set(zone, made);
  return made;
}

/** A moment (milliseconds since the epoch) as 22 Nov, 11:34 GMT, in the time zone of the workspace. */
export function timeWords(at: number, { duty }: Pick<ViewParts, 'duty'>): string {
  const zone = duty?.().zone ?? 'UTC';
  try {
    return formatOf(zone).format(at);
  } catch {
    return formatOf('UTC').format(at);
  }
}
