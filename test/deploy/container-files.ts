import { readFileSync } from 'node:fs';
import { load, YAML11_SCHEMA } from 'js-yaml';

/** One instruction of a Dockerfile. */
interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** A service of compose.yml, as far as the tests look at it. */
export interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: string;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly [key: string]: unknown;
}

/** The instructions of the Dockerfile, continued lines joined, by stage. */
export function readDockerfile(): readonly (readonly Instruction[])[] {
  const text = readFileSync('Dockerfile', 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ');
  const all = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
      return { name, rest: rest.replace(/\s+/g, ' ') };
    });
  const starts = all.flatMap(({ name }, at) => (name === 'FROM' ? [at] : []));
  return starts.map((start, place) => all.slice(start, starts[place + 1]));
}

/** The last stage: what the image is. */
const imageStage = () => readDockerfile().at(-1) ?? [];

/** What one kind of instruction says in the last stage, in order. */
export const said = (name: string) =>
  imageStage()
    .filter((instruction) => instruction.name === name)
    .map(({ rest }) => rest);

/** Variables the image sets. */
export const imageEnv = (): Record<string, string> =>
  Object.fromEntries(
    said('ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split(/=(.*)/s).slice(0, 2))),
  );

/** The start command of the image, as an array of words. */
export const imageCommand = (): string[] => JSON.parse(said('CMD')[0] ?? '[]');

/** The health check of the image, as an array of words. */
export const imageHealthCheck = (): string[] =>
  JSON.parse(/CMD (\[.*\])/.exec(said('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]');

/** The services of compose.yml, with its variables filled in as Compose does. */
export function readServices(env: Readonly<Record<string, string>>): Record<string, Service> {
  const text = readFileSync('compose.yml', 'utf8');
  const filled = text.replace(
    /\$\$|\$\{(\w+)(?::\?([^}]*))?\}/g,
    (whole, name?: string, asked?: string) => {
      if (whole === '$$') return '$';
      const value = env[name ?? ''];
      if (!value && asked !== undefined) throw new Error(asked);
      return value ?? '';
    },
  );
  return (load(filled, { schema: YAML11_SCHEMA }) as { services: Record<string, Service> })
    .services;
}
