import { readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { KnowledgeFault } from './knowledge-error.ts';
import { table } from './shapes.ts';
import { type Path, parseYaml, type YamlFile } from './yaml-file.ts';

/** Something wrong with a value that was read: the entry, the way down into it, and what to do. */
export interface Finding {
  readonly entry: object;
  readonly path: Path;
  readonly what: string;
  readonly todo: string;
}

/** The knowledge files of one folder, read and held against their shapes. */
export interface Shelf {
  /** Entries of `kind.yml`, or of every `kind-….yml` of a split kind; wrong ones are reported and left out. */
  list<T extends object>(kind: string, shape: z.ZodType<T>): readonly T[];
  /** The one value of `kind.yml`; an empty object when it is wrong or missing (reported). */
  one<T extends object>(kind: string, shape: z.ZodType<T>): T;
  /** Every `kind-….yml` of a split kind as one table; a key that stands in two of them is reported. */
  table(kind: string): Readonly<Record<string, string>>;
  /** Text of the files of a kind, for a content hash. */
  textOf(kind: string): string;
  /** Adds a finding to the faults, with the file and line where the entry stands. */
  report(finding: Finding): void;
  readonly faults: readonly KnowledgeFault[];
}

/** Where a value of an entry stands, by its path within the entry. */
type Find = (path: Path) => { readonly file: YamlFile; readonly path: Path } | undefined;

/** Kinds that stand in several files, `taxonomy-….yml` and so on. */
const SPLIT = ['taxonomy', 'interventions', 'lenses', 'faults', 'safety-wordings', 'words'];
const SHAPE_TODO = 'compare it with the entries around it and mend or add the field';
const named = (path: Path) => (path.length > 0 ? `'${path.map(String).join('.')}' ` : '');

/** Names of the `.yml` files of a folder, and a reader that parses each at most once, when asked. */
function openFolder(folder: URL, faults: KnowledgeFault[]) {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort();
  const texts = new Map<string, string>();

  function text(name: string): string {
    const known = texts.get(name) ?? readFileSync(new URL(name, folder), 'utf8');
    texts.set(name, known);
    return known;
  }
  function parsed(name: string): YamlFile[] {
    const file = parseYaml(name, text(name));
    if ('value' in file) return [file];
    const what = `cannot be read (${file.reason})`;
    const todo = 'mend the indentation, quotes or brackets on this line or the one above';
    faults.push({ file: name, line: file.line, what, todo });
    return [];
  }
  function namesOf(kind: string): string[] {
    const start = SPLIT.includes(kind) ? `${kind}-` : `${kind}.yml`;
    return names.filter((name) => name.startsWith(start));
  }
  function filesOf(kind: string): YamlFile[] {
    const ours = namesOf(kind);
    if (ours.length > 0) return ours.flatMap(parsed);
    faults.push({ file: `${kind}.yml`, line: 1, what: 'is missing', todo: 'put the file back' });
    return [];
  }
  return {
    filesOf,
    textOf: (kind: string) => namesOf(kind).map(text).join('\n'),
  };
}

/** Opens a folder of knowledge files; what is wrong in them becomes a fault, not an exception. */
export function openShelf(folder: URL): Shelf {
  const faults: KnowledgeFault[] = [];
  const places = new WeakMap<object, Find>();
  const { filesOf, textOf } = openFolder(folder, faults);
  const add = (file: YamlFile, path: Path, what: string, todo: string) =>
    faults.push({ file: file.name, line: file.line(path), what, todo });

  function fitted<T extends object>(
    file: YamlFile,
    path: Path,
    value: unknown,
    shape: z.ZodType<T>,
  ): T | null {
    const parsed = shape.safeParse(value);
    if (parsed.success) {
      places.set(parsed.data, (inner) => ({ file, path: [...path, ...inner] }));
      return parsed.data;
    }
    for (const issue of parsed.error.issues) {
      add(file, [...path, ...issue.path], `${named(issue.path)}${issue.message}`, SHAPE_TODO);
    }
    return null;
  }

  return {
    faults,
    textOf,
    list: (kind, shape) =>
      filesOf(kind).flatMap((file) => {
        if (Array.isArray(file.value)) {
          return file.value.flatMap((entry: unknown, at) => fitted(file, [at], entry, shape) ?? []);
        }
        add(file, [], 'is not a list', 'start every entry with a dash');
        return [];
      }),
    one: <T extends object>(kind: string, shape: z.ZodType<T>) => {
      const [file] = filesOf(kind);
      // Faults stop the load before an empty stand-in is handed to anyone.
      return (file && fitted(file, [], file.value, shape)) ?? ({} as T);
    },
    table: (kind) => {
      const all: Record<string, string> = {};
      const from = new Map<PropertyKey, YamlFile>();
      for (const file of filesOf(kind)) {
        for (const [key, text] of Object.entries(fitted(file, [], file.value, table) ?? {})) {
          const other = from.get(key);
          if (other) add(file, [key], `'${key}' stands in ${other.name} too`, 'keep it once');
          from.set(key, file);
          all[key] = text;
        }
      }
      places.set(all, (path) => {
        const file = from.get(path[0] ?? '');
        return file && { file, path };
      });
      return all;
    },
    report: ({ entry, path, what, todo }) => {
      const place = places.get(entry)?.(path);
      if (place) add(place.file, place.path, what, todo);
    },
  };
}
