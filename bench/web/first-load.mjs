// What a first visit loads, and when the page can be used.
import { gzipSync } from 'node:zlib';

import { median } from '../measure.mjs';
import { reader, stands } from './look.mjs';

/** Bytes of script of a first visit to a path: as they came over the wire, and as gzip at its best has them. */
export async function scripts(browser, address) {
  const { page, client, close } = await reader(browser);
  await client.send('Network.enable');
  const kinds = new Map();
  let wire = 0;
  client.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === 'Script') wire += encodedDataLength;
  });
  const bodies = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  await page.goto(address);
  await stands(page);
  const texts = await Promise.all(bodies);
  await close();
  const sum = (list) => list.reduce((all, one) => all + one, 0);
  return { wire, gzip: sum(texts.map((text) => gzipSync(text, { level: 9 }).length)), files: texts.length };
}

/**
 * Milliseconds until the page shows its figure and table (`shown`), and until no task of 50 ms or more follows
 * (`interactive`), of one visit each; `response` is the time from a click on a row to the next picture.
 */
export async function visits(browser, address, { slowdown, rounds }) {
  const all = [];
  for (let round = 0; round < rounds; round++) {
    const visit = await reader(browser, { slowdown });
    // The thread's own time: what else the machine does is not in it.
    await visit.client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await visit.page.addInitScript(watch);
    await visit.page.goto(address);
    await stands(visit.page);
    const times = await visit.page.evaluate(() => globalThis.times());
    const { metrics } = await visit.client.send('Performance.getMetrics');
    const work = 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
    all.push({ ...times, work, response: await response(visit.page) });
    await visit.close();
  }
  const of = (key) => all.map((one) => one[key]);
  return Object.fromEntries(
    ['shown', 'interactive', 'work', 'response'].map((key) => [
      key,
      { median: median(of(key)), least: Math.min(...of(key)), most: Math.max(...of(key)) },
    ]),
  );
}

/** Runs in the page, before anything else does. */
function watch() {
  let shown = null;
  let busy = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) busy = Math.max(busy, startTime + duration);
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    const drawn = document.querySelector('main figure canvas, main figure svg');
    if (shown === null && drawn !== null && document.querySelector('main tbody tr') !== null)
      requestAnimationFrame(() => (shown ??= performance.now()));
  }).observe(document, { childList: true, subtree: true });
  globalThis.times = () => ({ shown, interactive: Math.max(shown, busy) });
}

/** From a click on the first row until the browser has drawn what it changed. */
async function response(page) {
  await page.evaluate(() => {
    globalThis.clicked = new Promise((tell) => {
      document.addEventListener(
        'click',
        ({ timeStamp }) =>
          requestAnimationFrame(() => setTimeout(() => tell(performance.now() - timeStamp), 0)),
        { capture: true, once: true },
      );
    });
  });
  await page.locator('.ranks tbody .row-name').first().click();
  return page.evaluate(() => globalThis.clicked);
}
