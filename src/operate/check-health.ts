/**
 * The health check of the container: status 0 when this container's process says that it is alive.
 * Standard error names the reason otherwise, as a code.
 */
const WITHIN_MS = 4_000;
const { IMPASSE_OPS_HOST: host = '', IMPASSE_OPS_PORT: port = '' } = process.env;
/** Addresses that stand for all of them. */
const EVERYWHERE = ['', '0.0.0.0', '::'];
const at = EVERYWHERE.includes(host) ? '127.0.0.1' : host;

try {
  const { status } = await fetch(`http://${at}:${port || '9464'}/healthz`, {
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  if (status !== 200) process.stderr.write(`status ${status}\n`);
  process.exitCode = status === 200 ? 0 : 1;
} catch {
  process.stderr.write('no answer\n');
  process.exitCode = 1;
}
