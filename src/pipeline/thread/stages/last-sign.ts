/** What comes before a sign and makes it unsaid: a no, a wish, a fear, a plan, or a mere if. */
const UNREAL =
  /\b(?:not|never|no longer|nor|hardly|barely|without|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|didn't|doesn't|don't|won't|can't|couldn't|wouldn't|if|unless|whether|until|before|hope|hoping|hoped|wish|afraid|fear|worried|worry|what|when|maybe|perhaps|might|may|could|would|should|will|going to|want|wanted|plan|imagine|suppose|in case|as if|as though|how (?:do|can|could|should|would) i)\b[^.?!;]{0,40}$/i;
/** The same within a sign that leaves room for a few words. */
const UNREAL_WITHIN = /\b(?:never(?! mind)|not|hardly|barely|nearly|almost|rarely)\b/i;
/** A question, told by its end, reports nothing. */
const ASKED = /^[^.!\n]{0,120}\?/;

const APOSTROPHES = /[’‘ʼ]/g;

/**
 * Where in a text the last real sign stands, or -1: one that is denied, imagined or asked is none.
 *
 * @param negative true for signs that are denials themselves
 */
export function lastSign(written: string, patterns: readonly RegExp[], negative = false): number {
  const text = written.replace(APOSTROPHES, "'");
  let last = -1;
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const before = text.slice(Math.max(0, match.index - 60), match.index);
      if (UNREAL.test(before) || ASKED.test(text.slice(end))) continue;
      if (!negative && UNREAL_WITHIN.test(match[0])) continue;
      last = Math.max(last, match.index);
    }
  }
  return last;
}

/** Patterns of a knowledge entry, ready for `lastSign`. */
export const signsOf = (sources: readonly string[]): readonly RegExp[] =>
  sources.map((source) => new RegExp(source, 'gi'));
