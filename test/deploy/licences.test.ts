import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: true;
  readonly devOptional?: true;
  readonly optional?: true;
}

/** Licences under which a clinic may use and pass on what is shipped, without asking anybody. */
const FREE =
  /^\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|PSF-2\.0|Python-2\.0|Unlicense|OFL-1\.1|CC0-1\.0|BlueOak-1\.0\.0|Zlib)(?: (?:AND|OR) .+)?\)?$/;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>;
};
const shipped = Object.entries(lock.packages).flatMap(([path, rest]) =>
  path === '' || rest.dev || rest.devOptional || rest.optional
    ? []
    : [{ name: path.replace(/^.*node_modules\//, ''), ...rest }],
);
const listed = readFileSync('docs/licences.md', 'utf8');

describe('what is shipped', () => {
  it('is listed with its version and licence', () => {
    expect(shipped.length).toBeGreaterThan(50);
    expect(
      shipped
        .map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)
        .filter((row) => !listed.includes(row)),
    ).toEqual([]);
  });

  it('is free to use and pass on', () => {
    expect(
      shipped.filter(({ license }) => !FREE.test(license ?? '')).map(({ name }) => name),
    ).toEqual([]);
  });
});

describe('the lock file', () => {
  it('fixes every package by its hash and names no registry', () => {
    const text = JSON.stringify(lock);
    expect(text).not.toContain('"resolved"');
    expect(shipped.filter((each) => !('integrity' in each)).map(({ name }) => name)).toEqual([]);
  });

  it('fixes what the image draws pictures with as well, of the version and licence that is listed', () => {
    const { version, license } = lock.packages['node_modules/@resvg/resvg-js'] ?? {};
    for (const machine of ['x64', 'arm64']) {
      expect(lock.packages[`node_modules/@resvg/resvg-js-linux-${machine}-musl`]).toMatchObject({
        ...{ version, license, integrity: expect.stringMatching(/^sha512-/) },
      });
    }
  });
});
