import type { Say } from '../../pipeline/thread/what-changed.ts';

/** A page for the browser of whoever installs the app. */
export interface Page {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly link: { readonly href: string; readonly label: string } | null;
}

/** Headers of every page: nothing is loaded, framed, kept or told to the next site. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

const ENTITIES: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '');

/** The page as HTML; everything in it is escaped. */
export function renderPage({ title, sentences, link }: Page): string {
  const paragraphs = sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n');
  const anchor =
    link === null
      ? ''
      : `<p><a href="${escaped(link.href)}" rel="noreferrer">${escaped(link.label)}</a></p>`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>body{font:18px/1.6 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#1d1c1d}
a{color:#1a5d68;font-weight:600}</style></head>
<body>
<main><h1>${escaped(title)}</h1>
${paragraphs}
${anchor}</main>
</body>
</html>
`;
}

/** The page that leads to Slack. */
export const askPage = (href: string, say: Say): Page => ({
  title: say('install.title'),
  sentences: [say('install.what'), say('install.asks')],
  link: { href, label: say('install.button') },
});

/** The page after a completed install; `team` is null for a whole organisation. */
export const donePage = (team: string | null, say: Say): Page => ({
  title: say('install.done'),
  sentences: [say(team === null ? 'install.done.wide' : 'install.done.next')],
  link:
    team === null
      ? null
      : {
          href: `https://app.slack.com/client/${encodeURIComponent(team)}`,
          label: say('install.open'),
        },
});

/** Why an install failed, as the person who tried can understand it. */
export type InstallFailure = 'state' | 'cancelled' | 'denied' | 'other';

/** The page after a failed install; `again` leads back to the beginning. */
export const failedPage = (why: InstallFailure, again: string, say: Say): Page => ({
  title: say('install.failed'),
  sentences: [say(`install.failed.${why}`)],
  link: { href: again, label: say('install.again') },
});
