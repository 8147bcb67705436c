const mix = (hash: number, code: number, prime: number) => Math.imul(hash ^ code, prime);

/** 64-bit fingerprint of a text (cyrb), as 16 hexadecimal digits: tells texts apart, keeps no secret. */
export function fingerprint(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = mix(high, code, 2654435761);
    low = mix(low, code, 1597334677);
  }
  const stir = (one: number, other: number) =>
    Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  const hex = (part: number) => (part >>> 0).toString(16).padStart(8, '0');
  return `${hex(stir(high, low))}${hex(stir(low, high))}`;
}
