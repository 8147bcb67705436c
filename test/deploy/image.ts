import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob } from 'node:path';
import { imageEnv, said } from './container-files.ts';

interface Locked {
  readonly dev?: true;
  readonly optional?: true;
  readonly devOptional?: true;
}

/** What draws pictures, for this machine; the Dockerfile names the one for its own. */
const RASTERISER = `node_modules/@resvg/resvg-js-linux-${process.arch}-gnu`;

/** Folders of the packages that the Dockerfile installs. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const installed = Object.entries(packages)
    .filter(([path, { dev, optional, devOptional }]) => {
      return path !== '' && !dev && !optional && !devOptional;
    })
    .map(([path]) => path);
  return [...installed, RASTERISER];
}

/** Copies a folder, by hard links where the file system allows it. */
function copyFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (spawnSync('cp', ['-al', from, to]).status === 0) return;
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

/** True for a file that .dockerignore lets into the build; its last rule that fits decides. */
export function createAllowed(): (path: string) => boolean {
  const rules = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  // To Docker a star fits names that begin with a dot as well.
  const fits = (path: string, pattern: string) =>
    pattern === '*' || matchesGlob(path, pattern) || matchesGlob(path, `${pattern}/**`);
  return (path) => {
    const last = rules.findLast((rule) => fits(path, rule.replace(/^!/, '')));
    return last === undefined || last.startsWith('!');
  };
}

/** A folder that holds what the image would, made by hand from Dockerfile, .dockerignore and lockfile. */
export function buildByHand() {
  const root = mkdtempSync(join(tmpdir(), 'impasse-image-'));
  const app = join(root, 'app');
  chmodSync(root, 0o755);
  mkdirSync(app);
  for (const path of productionPackages()) {
    if (!path.includes('/node_modules/')) copyFolder(path, join(app, path));
  }
  const allowed = createAllowed();
  for (const line of said('COPY').filter((rest) => !rest.startsWith('--from'))) {
    const sources = line.split(' ').slice(0, -1);
    for (const source of sources) {
      cpSync(source, join(app, source), { recursive: true, filter: (path) => allowed(path) });
    }
  }
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(imageEnv())) {
    env[name] = value.replace(/^\/(app|data)\b/, join(root, '$1'));
  }
  return {
    ...{ app, env },
    files: () => readdirSync(join(app, 'src'), { recursive: true, encoding: 'utf8' }).sort(),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
