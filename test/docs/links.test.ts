import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('links between pages', () => {
  const files = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md')];
  const anchorOf = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-');

  it.each(files)('lead somewhere from %s', (file) => {
    const text = readFileSync(file, 'utf8');
    const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, to = '']) => to)
      .filter((to) => !/^https?:/.test(to))
      .filter((to) => {
        const [path = '', anchor] = to.split('#');
        const target = new URL(
          path === '' ? file : path,
          new URL(file, `file://${process.cwd()}/`),
        );
        if (globSync(target.pathname).length === 0) return true;
        if (anchor === undefined) return false;
        const headings = readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm);
        return ![...headings].some(([, heading = '']) => anchorOf(heading) === anchor);
      });
    expect(broken).toEqual([]);
  });
});
