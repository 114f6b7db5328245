// The effect of a policy over HTTP: the estimate while one waits, the placebo as a job.
import { setTimeout as wait } from 'node:timers/promises';

const AGAIN = 100;
const WITHIN = 600_000;
const ESTIMATE = 'place=yrd_41&draws=0&sensitivity=false';
const WHOLE = 'place=yrd_41';

/** Lines that say what was asked, how it was answered, and in how many seconds. */
export async function effect(address) {
  const lines = [];
  for (const query of [ESTIMATE, WHOLE]) {
    const begun = performance.now();
    const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
    const response = await fetch(`${address}/api/analyses/effect?${query}`);
    const told = await response.json();
    if (response.status === 200) {
      lines.push(`effect?${query}: 200 in ${seconds()} s`);
      continue;
    }
    if (response.status !== 202)
      throw new Error(`effect?${query}: ${response.status} ${JSON.stringify(told)}`);
    const job = seconds();
    let state;
    do {
      await wait(AGAIN);
      ({ state } = await (await fetch(`${address}/api/jobs/${told.id}`)).json());
    } while (['running', 'waiting'].includes(state) && performance.now() - begun < WITHIN);
    lines.push(`effect?${query}: 202 after ${job} s, ${state} after ${seconds()} s`);
  }
  return lines;
}
