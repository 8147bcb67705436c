import type { RecordStore } from '../pipeline/ports.ts';
import { OUTCOMES } from '../pipeline/trends/count-outcomes.ts';
import { type Trends, trendsOf } from '../pipeline/trends/trends.ts';

/** The trends of an install as they may be shown at `now` (milliseconds since the epoch). */
export async function readTrends(
  records: Pick<RecordStore, 'all'>,
  team: string,
  now: number,
): Promise<Trends> {
  const weeks = await records.all(team, 'trend');
  return trendsOf(new Map(weeks.map(({ id, value }) => [id, value])), now, OUTCOMES);
}
