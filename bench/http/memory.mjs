// Resident memory of a process and all below it, looked at through a run.
import { readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';

import { family, memory } from '../measure.mjs';
import { percentile } from './load.mjs';

const EVERY = 1_000;
/** Where the times stand in /proc/PID/stat after the name, and how many ticks are a second. */
const [USER, SYSTEM, TICKS] = [11, 12, 100];

/** Seconds of processors that a process and all below it have taken; NaN without /proc. */
export function processorSeconds(pid) {
  let ticks = 0;
  for (const one of family(pid)) {
    try {
      const fields = readFileSync(`/proc/${one}/stat`, 'utf8').split(') ')[1].split(' ');
      ticks += Number(fields[USER]) + Number(fields[SYSTEM]);
    } catch {
      // It has ended since, or there is no /proc.
    }
  }
  return ticks === 0 ? NaN : ticks / TICKS;
}

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
