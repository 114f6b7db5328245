import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { browserPath } from '../../tools/browser.mjs';

/** Why the tests of the page cannot run here; null where they can. */
export function whyNoBrowser(): string | null {
  const root = new URL('../../', import.meta.url);
  if (!existsSync(new URL('dist/web/index.html', root))) return 'the page is not built: npm run build first';
  if (browserPath() === null) return 'no browser: install Chromium, or name one in CHROMIUM';
  return null;
}

/** @param env what it finds in its environment, such as where its fonts are */
export function launch(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  // A browser that runs as root has no sandbox; it sees this server's pages alone.
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: browserPath()!,
    env,
    args: [...(root ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
  });
}
