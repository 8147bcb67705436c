const CODE = /^[\w.-]{1,60}$/;

const text = (value: unknown) => (typeof value === 'string' && CODE.test(value) ? value : null);

/** Slack's own error word of a failed call (`not_in_channel`), or null when it is no such failure. */
export function platformError(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null;
  const { data } = error;
  return typeof data === 'object' && data !== null && 'error' in data ? text(data.error) : null;
}

/** A short code for anything thrown: Slack's error word, its `code` or its class; never its message. */
export function errorCode(error: unknown): string {
  const platform = platformError(error);
  if (platform !== null) return platform;
  if (typeof error !== 'object' || error === null) return 'unknown';
  const code = 'code' in error ? text(error.code) : null;
  return code ?? ('name' in error ? text(error.name) : null) ?? 'unknown';
}
