import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch } from './browser.ts';
import { serve, type Server } from './server.ts';
import { Visit } from './visit.ts';

export const WIDE = 1440;
export const NARROW = 390;

interface Reader {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
}

/** A server, a browser, and what a test does with them. */
export interface Site {
  readonly observatory: string;
  readonly address: string;
  /** A reader who was never here before. */
  visit(path: string, reader?: Reader): Promise<Visit>;
  /** A page that lies on this machine, without a server. */
  file(path: string): Promise<Visit>;
  close(): Promise<void>;
}

/** @param others are served beside it */
export async function openSite(observatory: string, ...others: string[]): Promise<Site> {
  return openServed(observatory, await serve(observatory, ...others));
}

/** @param observatory the first that the server has */
export async function openServed(observatory: string, server: Server): Promise<Site> {
  const browser: Browser = await launch();
  return {
    observatory,
    address: server.address,
    async visit(path, reader) {
      const visit = await visitor(browser, server.address, reader);
      await visit.open(path);
      return visit;
    },
    async file(path) {
      const visit = await visitor(browser, 'file://');
      await visit.page.goto(pathToFileURL(path).href);
      return visit;
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

async function visitor(
  browser: Browser,
  address: string,
  { width = WIDE, scheme = 'light' }: Reader = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: width === NARROW ? 844 : 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return new Visit(await context.newPage(), context, address);
}

/** A path in a language. */
export const inLanguage = (path: string, lang: 'en' | 'zh'): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
