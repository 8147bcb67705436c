/** An alarm as a driver keeps it. */
export interface KeptAlarm {
  readonly name: string;
  readonly record: string;
  /** Changes each time the alarm is set. */
  readonly revision: string;
}

/** An alarm that was taken to ring it; `tries` counts this time. */
export interface TakenAlarm extends KeptAlarm {
  readonly tries: number;
}

/** Which alarms are to be taken; times in milliseconds since the epoch. */
interface AlarmsWanted {
  readonly now: number;
  /** Until then nobody else takes them. */
  readonly leaseUntil: number;
  readonly limit: number;
  /** Names that are left out. */
  readonly without: readonly string[];
}

/** What a driver does for durable timers: sealed alarms under opaque names, by when they are due. */
export interface AlarmShelf {
  /** Keeps it in the place of any other under its name. */
  set(alarm: KeptAlarm, due: number): Promise<void>;
  get(name: string): Promise<KeptAlarm | null>;
  /** Takes what is due; each goes to one caller until its lease is over. */
  take(wanted: AlarmsWanted): Promise<readonly TakenAlarm[]>;
  /** Deletes it if it was not set again. */
  done(alarm: KeptAlarm): Promise<void>;
  /** Moves it, if it was not set again; `counted` false takes back that it was tried. */
  again(alarm: KeptAlarm, due: number, counted: boolean): Promise<void>;
  /** Deletes whatever stands under the name; true when there was something. */
  drop(name: string): Promise<boolean>;
}
