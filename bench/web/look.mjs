// A browser that looks at the page on a machine slowed down by a factor, as the browser itself slows it.
import { chromium } from 'playwright-core';

import { browserPath } from '../../tools/browser.mjs';

export function launch() {
  const executablePath = browserPath();
  if (executablePath === null) throw new Error('no browser: install Chromium, or name one in CHROMIUM');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...args, '--disable-dev-shm-usage'] });
}

/** Milliseconds in which a new window loads what the browser shows around a page: a reader’s browser stands already. */
const WINDOW = 2000;

/** A reader who was never here before, on a machine `slowdown` times as slow; `client` speaks with the browser. */
export async function reader(browser, { slowdown = 1 } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await page.waitForTimeout(WINDOW);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, client, close: () => context.close() };
}

/** Waits until nothing is asked or counted any more. */
export async function stands(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () => document.querySelector('.waiting') === null && document.querySelector('main h1') !== null,
    undefined,
    { timeout: 120_000 },
  );
  await page.waitForLoadState('networkidle');
}
