// Resident memory of a process and all below it, looked at through a run.
import { clearInterval, setInterval } from 'node:timers';

import { family, memory } from '../measure.mjs';
import { percentile } from './load.mjs';

const EVERY = 1_000;

/** Megabytes, summed over the processes once a second until `stop`, which gives medians of the thirds and the most. */
export function watch(pid) {
  const seen = [];
  const timer = setInterval(
    () => seen.push(family(pid).reduce((sum, one) => sum + memory(one)[0], 0) / 1024),
    EVERY,
  );
  return {
    stop() {
      clearInterval(timer);
      const third = Math.ceil(seen.length / 3);
      return {
        first: percentile(seen.slice(0, third), 50),
        last: percentile(seen.slice(-third), 50),
        most: Math.max(...seen),
      };
    },
  };
}
