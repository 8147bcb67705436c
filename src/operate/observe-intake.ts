import type { Log } from '../log.ts';
import type { Intake } from '../slack/take.ts';
import { observed } from './stage.ts';
import type { Telemetry } from './telemetry.ts';

/** The door with every message followed and counted: what became of it, what was removed and seen. */
export function observeIntake(intake: Intake, telemetry: Telemetry, log: Log): Intake {
  const { meters, observe, follow } = telemetry;
  return {
    ...intake,
    take: (raw) =>
      follow('take', { turn: raw.turn }, async () => {
        const began = performance.now();
        const taken = await observed(observe, 'take', () => intake.take(raw));
        meters.message(taken.kind);
        if (taken.kind !== 'duplicate') meters.safety(raw.safety.labels, 'rules');
        if (taken.kind === 'queued' || taken.kind === 'held') meters.removed(taken.removed);
        log.info('message.taken', {
          ...{ kind: taken.kind, ms: Math.round(performance.now() - began) },
        });
        return taken;
      }),
  };
}
