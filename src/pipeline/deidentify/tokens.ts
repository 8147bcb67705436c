import { allMatches } from './all-matches.ts';
/**
 * The tokens that stand for what was removed. None can hold raw text: numbers, and roles from a
 * closed list only.
 */
export const ROLES = [
  'mother',
  'father',
  'parent',
  'step-parent',
  'grandmother',
  'grandfather',
  'grandparent',
  'sister',
  'brother',
  'sibling',
  'daughter',
  'son',
  'child',
  'grandchild',
  'aunt',
  'uncle',
  'cousin',
  'niece',
  'nephew',
  'wife',
  'husband',
  'partner',
  'ex-partner',
  'in-law',
  'relative',
  'friend',
  'flatmate',
  'neighbour',
  'colleague',
  'manager',
  'teacher',
  'official',
  'pet',
] as const;

const TOKEN = new RegExp(
  `\\[(?:Client|Person \\d{1,4}(?: \\((?:${ROLES.join('|')})\\))?|(?:Clinician|Place|Organisation|Contact|ID) \\d{1,4}|(?:since )?Date \\d{1,4}(?: \\(holiday\\))?(?:, (?:same day|\\d{1,5} days? (?:later|earlier)|\\d{4}))?|Age 90\\+|Identifying detail)\\]`,
  'g',
);

/** Where the tokens of an already de-identified text stand. */
export function findTokens(text: string): { start: number; end: number }[] {
  if (!text.includes('[')) return [];
  return allMatches(text, TOKEN).map(({ index, 0: token }) => ({
    start: index,
    end: index + token.length,
  }));
}
