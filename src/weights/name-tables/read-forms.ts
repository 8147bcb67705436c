/** More than a third stays free, so that a look-up meets its form or a gap within a few steps. */
const SLOTS = 1 << 19;
const SEED_A = 0x811c9dc5;
const SEED_B = 0x9e3779b9;
const PRIME_A = 0x01000193;
const PRIME_B = 0x85ebca6b;

/**
 * An index from word forms to bits. It holds two independent 32-bit hashes of each form instead of
 * the form (one picks the slot, one is compared), so that hundreds of thousands of forms load in
 * milliseconds; a chance hit is out of reach.
 */
export class FormIndex {
  /** The hash and the bits of every slot side by side, so that a look-up waits for memory once. */
  readonly #slots = new Uint32Array(2 * SLOTS);

  /** Place of the hash of a form; its bits come after it. */
  #place(a: number, b: number): number {
    let place = 2 * ((b ^ (b >>> 15)) & (SLOTS - 1));
    while (this.#slots[place + 1] !== 0 && this.#slots[place] !== a)
      place = (place + 2) & (2 * SLOTS - 1);
    return place;
  }

  /** Adds bits to a form given as ASCII bytes. */
  addBytes(bytes: Uint8Array, length: number, bits: number): void {
    let a = SEED_A;
    let b = SEED_B;
    for (let i = 0; i < length; i++) {
      const code = bytes[i] ?? 0;
      a = Math.imul(a ^ code, PRIME_A);
      b = Math.imul(b ^ code, PRIME_B);
    }
    const place = this.#place(a >>> 0, b);
    this.#slots[place] = a >>> 0;
    this.#slots[place + 1] = (this.#slots[place + 1] ?? 0) | bits;
  }

  add(form: string, bits: number): void {
    const codes = Array.from(form, (_, at) => form.charCodeAt(at));
    this.addBytes(Uint8Array.from(codes), codes.length, bits);
  }

  /** Bits of a form, 0 when it is not known. */
  get(form: string): number {
    let a = SEED_A;
    let b = SEED_B;
    for (let i = 0; i < form.length; i++) {
      const code = form.charCodeAt(i);
      a = Math.imul(a ^ code, PRIME_A);
      b = Math.imul(b ^ code, PRIME_B);
    }
    return this.#slots[this.#place(a >>> 0, b) + 1] ?? 0;
  }
}

/** Opens a front-coded table (see `frontCode` in the build script). */
export function readForms(bytes: Uint8Array): FormIndex {
  const index = new FormIndex();
  const key = new Uint8Array(256);
  let at = 0;
  while (at < bytes.length) {
    const shared = bytes[at] ?? 0;
    const length = bytes[at + 1] ?? 0;
    for (let i = 0; i < length; i++) key[shared + i] = bytes[at + 2 + i] ?? 0;
    index.addBytes(key, shared + length, bytes[at + 2 + length] ?? 0);
    at += length + 3;
  }
  return index;
}
