// So many connections that each ask the next question as soon as the last is answered.
import { setTimeout as wait } from 'node:timers/promises';

import autocannon from 'autocannon';

/** A request that takes longer is a failure; seconds. */
const TIMEOUT = 60;
/** Between two times of asking, and for how long; milliseconds. */
const AGAIN = 200;
const PATIENCE = 300_000;

/**
 * Milliseconds of every answer, answers a second, and failures by what they were: any status but 200, no answer, none in
 * time. `path` is asked for every request.
 */
export async function load(address, path, { connections, seconds }) {
  const latencies = [];
  const run = autocannon({
    url: address,
    connections,
    duration: seconds,
    timeout: TIMEOUT,
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  });
  run.on('response', (client, status, bytes, milliseconds) => {
    if (status === 200) latencies.push(milliseconds);
  });
  const { statusCodeStats, errors, timeouts, duration } = await run;
  const failures = Object.entries(statusCodeStats)
    .filter(([status]) => status !== '200')
    .map(([status, { count }]) => [`status ${status}`, count]);
  if (errors > timeouts) failures.push(['no answer', errors - timeouts]);
  if (timeouts > 0) failures.push(['too late', timeouts]);
  return { latencies, perSecond: latencies.length / duration, failures };
}

/** Asks until there is an answer: what was asked before may still be at work. */
export async function answered(url) {
  for (const begun = performance.now(); ; await wait(AGAIN)) {
    const response = await fetch(url);
    const body = await response.text();
    if (response.status === 200) return body;
    if (![202, 429].includes(response.status) || performance.now() - begun > PATIENCE)
      throw new Error(`${url}: ${response.status} ${body}`);
  }
}

/** The value below which so many of 100 lie, by nearest rank; NaN of none. */
export function percentile(values, of) {
  const sorted = Float64Array.from(values).sort();
  return sorted.length === 0 ? NaN : sorted[Math.max(0, Math.ceil((of / 100) * sorted.length) - 1)];
}

export function failuresText(failures) {
  return failures.length === 0 ? '0' : failures.map(([what, count]) => `${count} ${what}`).join(', ');
}
