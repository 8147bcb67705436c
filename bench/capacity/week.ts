import type { Random } from '../chaos/random.ts';
import { DAY, PEOPLE } from './assumptions.ts';

/** Something that arrives: a message or a press, when (seconds since Monday) and in which channel. */
export interface Arrival {
  readonly at: number;
  readonly kind: 'message' | 'press';
  readonly channel: number;
}

const HOUR = 3600;
const DAYS = 5;
const BETWEEN_FROM = 50 * 60;

/** Seconds within an hour: most fall between sessions. */
const withinHour = (random: Random) =>
  random.chance(DAY.betweenSessions)
    ? BETWEEN_FROM + random.between(0, HOUR - BETWEEN_FROM - 1)
    : random.between(0, BETWEEN_FROM - 1);

/** How many messages fall into each hour of the week; the busiest is made worse by a burst. */
function hoursOf(messages: number): { readonly start: number; readonly count: number }[] {
  const hours = Array.from({ length: DAYS }, (_, day) =>
    Object.entries(DAY.hours).map(([hour, share]) => ({
      start: (day * 24 + Number(hour)) * HOUR,
      count: (messages / DAYS) * share,
    })),
  ).flat();
  const worst = hours.reduce((a, b) => (b.count > a.count ? b : a));
  return hours.map((hour) => (hour === worst ? { ...hour, count: hour.count * DAY.burst } : hour));
}

/** Everything that arrives in a week from so many clinicians, in order. */
export function weekOf(clinicians: number, random: Random): Arrival[] {
  const messages = clinicians * PEOPLE.casesAWeek * PEOPLE.messagesInCase;
  const channels = Math.max(1, Math.round(clinicians / PEOPLE.inChannel));
  const arrivals: Arrival[] = [];
  for (const { start, count } of hoursOf(messages)) {
    const whole = Math.floor(count) + (random.chance(count % 1) ? 1 : 0);
    for (let nth = 0; nth < whole; nth += 1) {
      const at = start + withinHour(random) + random.between(0, 999) / 1000;
      const channel = random.between(0, channels - 1);
      arrivals.push({ at, kind: 'message', channel });
      for (let press = random.between(0, PEOPLE.pressesForMessage * 2); press > 0; press -= 1) {
        arrivals.push({ at: at + random.between(5, 300), kind: 'press', channel });
      }
    }
  }
  return arrivals.sort((a, b) => a.at - b.at);
}
