/** When people may be asked something. */
export interface WorkingHours {
  /** ISO weekdays, 1 is Monday and 7 is Sunday. */
  readonly days: readonly number[];
  /** First and last full hour of the day, 0 to 24; `to` itself is outside. */
  readonly from: number;
  readonly to: number;
  /** IANA time zone, such as `Europe/London`. */
  readonly zone: string;
}

const MINUTE_MS = 60 * 1000;
/** Steps of a quarter of an hour meet every full hour in every time zone. */
const STEP_MS = 15 * MINUTE_MS;
const FURTHEST_MS = 15 * 24 * 60 * MINUTE_MS;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const options = { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat('en-GB', options);
  formats.set(zone, made);
  return made;
}

/** True when `at` (milliseconds since the epoch) lies within working hours. */
function isWorkingTime(at: number, { days, from, to, zone }: WorkingHours): boolean {
  const parts = formatOf(zone).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const day = WEEKDAYS.indexOf(part('weekday')) + 1;
  const hour = Number(part('hour'));
  return days.includes(day) && hour >= from && hour < to;
}

/** The first moment from `at` on that lies within working hours; `at` itself when none does. */
export function nextWorkingTime(at: number, hours: WorkingHours): number {
  if (isWorkingTime(at, hours)) return at;
  const first = Math.ceil(at / STEP_MS) * STEP_MS;
  for (let time = first; time < at + FURTHEST_MS; time += STEP_MS) {
    if (isWorkingTime(time, hours)) return time;
  }
  return at;
}

/** The moment at which `ms` of working time have passed since `at`. */
export function afterWorkingTime(at: number, ms: number, hours: WorkingHours): number {
  let time = nextWorkingTime(at, hours);
  for (let left = ms; left > 0; left -= STEP_MS) {
    time = nextWorkingTime(time + Math.min(STEP_MS, left), hours);
  }
  return time;
}
