import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';

const FILE = new URL('../../manifest.yml', import.meta.url);

const Manifest = z.object({
  oauth_config: z.object({
    scopes: z.object({
      bot: z.array(z.string()),
      bot_optional: z.array(z.string()).default([]),
    }),
  }),
});

/** The scopes that manifest.yml asks for: those the bot cannot work without, and the others. */
export function readManifest(): {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
} {
  const { bot, bot_optional } = Manifest.parse(load(readFileSync(FILE, 'utf8'))).oauth_config
    .scopes;
  return { needed: bot.filter((scope) => !bot_optional.includes(scope)), optional: bot_optional };
}
