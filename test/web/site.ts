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
  /** An answer of the server, as its page gets it. */
  json(path: string): Promise<never>;
  close(): Promise<void>;
}

export async function openSite(observatory: string): Promise<Site> {
  const server: Server = await serve(observatory);
  const browser: Browser = await launch();
  return {
    observatory,
    address: server.address,
    async visit(path, { width = WIDE, scheme = 'light' } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: width === NARROW ? 844 : 900 },
        colorScheme: scheme,
        reducedMotion: 'reduce',
        acceptDownloads: true,
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const visit = new Visit(await context.newPage(), context, server.address);
      await visit.open(path);
      return visit;
    },
    json: async (path) => (await (await fetch(server.address + path)).json()) as never,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** A path in a language. */
export const inLanguage = (path: string, lang: 'en' | 'zh'): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
