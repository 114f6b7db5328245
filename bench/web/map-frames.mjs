// How smoothly the map is moved, as the browser's tracing tells it.
import { percentile } from '../http/load.mjs';
import { reader, stands } from './look.mjs';

const MOVES = 120;
const LONG = 50;
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Frames while the map is dragged about and zoomed in and out, with so many links asked for. */
export async function mapFrames(browser, address, { slowdown, links }) {
  const { page, client, close } = await reader(browser, { slowdown });
  // The page asks for fewer arcs: the same page, with more of them in the answer.
  await page.route(/\/api\/analyses\/links\?/, (route) =>
    route.continue({
      url: route
        .request()
        .url()
        .replace(/top=\d+/, `top=${links}`),
    }),
  );
  const counts = {};
  page.on('response', async (response) => {
    const { rows } = /analyses\/(?:links|ranking)\?/.test(response.url()) ? await response.json() : {};
    const kind = response.url().includes('links?') ? 'arcs' : 'cities';
    if (rows !== undefined) counts[kind] = Math.max(counts[kind] ?? 0, rows.length);
  });
  await page.goto(address);
  await stands(page);
  const map = await page.locator('.map canvas').boundingBox();
  const middle = { x: map.x + map.width / 2, y: map.y + map.height / 2 };
  const moved = {};
  for (const [name, move] of [
    ['pan', pan],
    ['zoom', zoom],
  ]) {
    await page.mouse.move(middle.x, middle.y);
    moved[name] = await traced(page, client, () => move(page, middle));
  }
  await close();
  return { ...counts, ...moved };
}

async function pan(page, { x, y }) {
  await page.mouse.down();
  for (let i = 0; i < MOVES; i++) await page.mouse.move(x + 200 * Math.sin(i / 12), y + 80 * Math.sin(i / 7));
  await page.mouse.up();
}

async function zoom(page) {
  for (let i = 0; i < MOVES; i++) await page.mouse.wheel(0, Math.sin(i / 20) > 0 ? -60 : 60);
}

/** Milliseconds between frames, and of the main thread's own time for each, while something is done. */
async function traced(page, client, act) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  client.on('Tracing.dataCollected', collect);
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await page.evaluate(() => {
    globalThis.frames = [];
    const tick = (now) => {
      globalThis.frames.push(now);
      globalThis.ticking = requestAnimationFrame(tick);
    };
    tick(performance.now());
  });
  await act();
  const frames = await page.evaluate(() => {
    cancelAnimationFrame(globalThis.ticking);
    return globalThis.frames;
  });
  const ended = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await ended;
  client.off('Tracing.dataCollected', collect);
  const between = frames.slice(2).map((at, i) => at - frames[i + 1]);
  // Time of its thread, where the trace has it: another process of the machine does not lengthen it.
  const work = events
    .filter(({ name }) => name === 'FireAnimationFrame')
    .map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000);
  return {
    perSecond: (1000 * between.length) / (frames.at(-1) - frames[1]),
    p95: percentile(
      between.toSorted((a, b) => a - b),
      95,
    ),
    longest: Math.max(...between),
    long: between.filter((time) => time > LONG).length,
    frames: between.length,
    work: percentile(
      work.toSorted((a, b) => a - b),
      95,
    ),
  };
}
