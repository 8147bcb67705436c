// Writes docs/licences.md: what is shipped with the program, from the lock file alone.
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const shipped = Object.entries(lock.packages)
  .filter(
    ([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional,
  )
  .map(([path, { version, license }]) => [path.replace(/^.*node_modules\//, ''), version, license]);
const rows = [...new Set(shipped.map((row) => `| ${row.join(' | ')} |`))].sort();
const head = [
  '# What is shipped, and under which licence',
  '',
  'Written by `node .ci/list-licences.mjs` from the lock file; packages for development and optional ones are',
  'left out. The image also holds the machine code of `@resvg/resvg-js`, a package of its own with the same version',
  'and licence. `npm run -s sbom` prints a bill of materials (CycloneDX).',
  '',
  '| package | version | licence |',
  '|---|---|---|',
];
writeFileSync(
  new URL('../docs/licences.md', import.meta.url),
  `${[...head, ...rows].join('\n')}\n`,
);
