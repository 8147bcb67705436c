import { errorCode } from './slack/error-code.ts';

/** Faults whose message is written by us, says what to do and holds nothing from outside. */
const PLAIN = new Set(['ConfigError', 'KnowledgeError', 'StateError']);
/** What keeps a server from listening, in words. */
const LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT is taken by another process. Stop it, or choose another port.',
  EADDRNOTAVAIL: 'HOST is no address of this machine. Leave it out for 127.0.0.1.',
  ENOTFOUND: 'HOST is no address of this machine. Leave it out for 127.0.0.1.',
  EACCES: 'PORT may not be used by this user. Choose a port above 1023.',
};

const listening = (error: Error) =>
  'syscall' in error && /^(?:listen|getaddrinfo)$/.test(String(error.syscall));

/** What kept the bot from starting, with what to do; a code for what others threw, never their words. */
export function startFault(error: unknown): string {
  if (error instanceof Error && PLAIN.has(error.name)) return error.message;
  const code = errorCode(error);
  const known = error instanceof Error && listening(error) ? LISTENING[code] : undefined;
  return known ?? `Impasse could not start (${code}). \`npm run doctor\` says what is wrong.`;
}
