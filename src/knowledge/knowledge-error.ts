/** One thing that is wrong in a knowledge file, and what to do about it. */
export interface KnowledgeFault {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly what: string;
  readonly todo: string;
}

/** Stops the start: the knowledge files are wrong. The message lists every fault, one a line. */
export class KnowledgeError extends Error {
  readonly faults: readonly KnowledgeFault[];

  constructor(faults: readonly KnowledgeFault[]) {
    const lines = faults.map(({ file, line, what, todo }) => `${file}:${line}: ${what}; ${todo}`);
    super(`The knowledge files cannot be used:\n${lines.join('\n')}`);
    this.name = 'KnowledgeError';
    this.faults = faults;
  }
}
