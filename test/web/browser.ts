import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** As distributions name it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser of this machine: what `CHROMIUM` says, else the first on the path; null where there is none. */
export function browserPath(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.CHROMIUM !== undefined && env.CHROMIUM !== '') return env.CHROMIUM;
  const folders = (env.PATH ?? '').split(delimiter);
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** Why the tests of the page cannot run here; null where they can. */
export function whyNoBrowser(): string | null {
  const root = new URL('../../', import.meta.url);
  if (!existsSync(new URL('dist/web/index.html', root))) return 'the page is not built: npm run build first';
  if (browserPath() === null) return 'no browser: install Chromium, or name one in CHROMIUM';
  return null;
}

export function launch(): Promise<Browser> {
  // A browser that runs as root has no sandbox; it sees this server's pages alone.
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: browserPath()!,
    args: [...(root ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
  });
}
