/** The part of a log whose lines are counted. */
interface Lines<Fields> {
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
}

/** The log, with every warning and error counted by its code. */
export function countingLog<Fields>(
  log: Lines<Fields>,
  count: (level: 'warn' | 'error', event: string) => void,
): Lines<Fields> {
  return {
    info: (event, fields) => log.info(event, fields),
    warn: (event, fields) => {
      count('warn', event);
      log.warn(event, fields);
    },
    error: (event, fields) => {
      count('error', event);
      log.error(event, fields);
    },
  };
}
