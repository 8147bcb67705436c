/** A listener did not get its work done; Slack is to send the payload again. Carries a code, no text. */
export class ListenerFailure extends Error {
  override readonly name = 'ListenerFailure';
  readonly code: string;

  constructor(code: string) {
    super(`A listener failed (${code})`);
    this.code = code;
  }
}
