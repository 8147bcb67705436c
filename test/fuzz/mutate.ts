import fc from 'fast-check';

/** A word that must be found nowhere but in what was sent. */
export const PLANTED = 'Quillfeather';

type Path = readonly (string | number)[];

function pathsOf(value: unknown, here: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [here];
  const inner = Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...here, key]));
  return [here, ...inner];
}

function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((each, at) => (String(at) === String(step) ? replaced(each, rest, by) : each));
  }
  const own = value as Record<string, unknown>;
  return { ...own, [step]: replaced(own[step], rest, by) };
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, undefined, '', 0, -1, 1e308, true, [], {}, PLANTED, `<!channel> ${PLANTED}`],
    ...['\u0000', '\ud800', '💥'.repeat(50), '../../etc', '__proto__', 'constructor', 'T0OTHER'],
    ...['x'.repeat(50_000), '1700000000', '9'.repeat(400), '<@U0IMPASSE>'],
  ),
  fc.json().map((text): unknown => JSON.parse(text)),
);

/** One of the values with one to three of its parts replaced by something odd. */
export function mutated<T>(seeds: readonly T[]): fc.Arbitrary<T> {
  return fc
    .tuple(fc.nat(), fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 3 }))
    .map(([which, changes]) =>
      changes.reduce<unknown>(
        (value, [where, by]) => {
          const paths = pathsOf(value).slice(1);
          const path = paths[where % Math.max(1, paths.length)];
          return path === undefined ? value : replaced(value, path, by);
        },
        seeds[which % seeds.length],
      ),
    )
    .map((value) => value as T);
}
