import type { ModelFault, ModelFaultCode } from '../pipeline/language-model.ts';

/** A fault on its way from where it is seen to `ask()`, which returns it. Never leaves this folder. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly fault: ModelFault;

  constructor(code: ModelFaultCode, retryAt: number | null = null) {
    super(code);
    this.fault = { code, retryAt };
  }
}
