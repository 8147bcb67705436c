/** Turns log-odds of labels that compete with each other into log-probabilities, in place. */
export function competing(scores: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) most = Math.max(most, scores[at] as number);
  let odds = 0;
  for (let at = 0; at < scores.length; at += 1) odds += Math.exp((scores[at] as number) - most);
  const total = Math.log(odds);
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) - most - total;
  return scores;
}
