const CPT: readonly (readonly [number, number])[] = [
  [90785, 90899],
  [96105, 96171],
  [97151, 97158],
  [98000, 98016],
  [98966, 98968],
  [99202, 99499],
];

/** Codes for treatments (CPT, HCPCS) and diagnoses (ICD) name nobody. */
export function isCode(run: string): boolean {
  if (/^[A-TV-Z]\d{2}(?:\.[\dA-Z]{1,4})?$/.test(run) || /^[GHT]\d{4}$/.test(run)) return true;
  if (!/^\d{5}$/.test(run)) return false;
  return CPT.some(([from, to]) => Number(run) >= from && Number(run) <= to);
}
