const SLOTS = 1 << 20;
const SEED_A = 0x811c9dc5;
const SEED_B = 0x9e3779b9;

/** Two independent 32-bit hashes side by side; both must agree, so a chance hit is out of reach. */
class FormIndex {
  readonly #prints = new Uint32Array(SLOTS);
  readonly #flags = new Uint8Array(SLOTS);

  add(bytes: Uint8Array, length: number, flags: number): void {
    let a = SEED_A;
    let b = SEED_B;
    for (let i = 0; i < length; i++) {
      const code = bytes[i] ?? 0;
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x85ebca6b);
    }
    let slot = (b ^ (b >>> 15)) & (SLOTS - 1);
    while (this.#flags[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    this.#prints[slot] = a >>> 0;
    this.#flags[slot] = flags;
  }

  get(form: string): number {
    let a = SEED_A;
    let b = SEED_B;
    for (let i = 0; i < form.length; i++) {
      const code = form.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x85ebca6b);
    }
    const print = a >>> 0;
    let slot = (b ^ (b >>> 15)) & (SLOTS - 1);
    for (;;) {
      const flags = this.#flags[slot] ?? 0;
      if (flags === 0) return 0;
      if (this.#prints[slot] === print) return flags;
      slot = (slot + 1) & (SLOTS - 1);
    }
  }
}

/** Opens a front-coded table (see `frontCode` in the build script) for look-ups by folded form. */
export function readForms(bytes: Uint8Array): (form: string) => number {
  const index = new FormIndex();
  const key = new Uint8Array(256);
  let at = 0;
  while (at < bytes.length) {
    const shared = bytes[at] ?? 0;
    const length = bytes[at + 1] ?? 0;
    key.set(bytes.subarray(at + 2, at + 2 + length), shared);
    index.add(key, shared + length, bytes[at + 2 + length] ?? 0);
    at += length + 3;
  }
  return (form) => index.get(form);
}
