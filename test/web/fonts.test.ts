import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { browserPath } from '../../tools/browser.mjs';
import { launch } from './browser.ts';
import { drawAll } from './drawn-in-browser.ts';

const FONTS = ['DejaVu Sans', 'Liberation Sans Narrow'];
const families = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' }).stdout;
const why =
  browserPath() === null
    ? 'no browser: install Chromium, or name one in CHROMIUM'
    : FONTS.filter((font) => !families.includes(font))
        .map((font) => `the font ${font} is missing`)
        .at(0);

/** A browser in which every name of a font means one font; Chinese characters are of another, which has them. */
async function browserWith(font: string, folder: string): Promise<Browser> {
  const file = join(folder, `${font.replaceAll(' ', '-')}.conf`);
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
      <dir>/usr/share/fonts</dir><cachedir>${folder}</cachedir>
      <match target="pattern"><edit name="family" mode="prepend" binding="strong"><string>${font}</string></edit></match>
    </fontconfig>`,
  );
  return launch({ ...process.env, FONTCONFIG_FILE: file });
}

/** Texts that reach beyond the picture that they are in, as the browser draws them. */
async function cutTexts(page: Page, svg: string): Promise<string[]> {
  await page.setContent(`<body style="margin:40px">${svg}</body>`);
  return page.evaluate(() => {
    const picture = document.querySelector('svg')!.getBoundingClientRect();
    return [...document.querySelectorAll('svg text')].flatMap((text) => {
      const box = text.getBoundingClientRect();
      const over = Math.max(picture.left - box.left, box.right - picture.right, box.bottom - picture.bottom);
      return over > 0.5 && box.width > 0 ? [`${over.toFixed(1)} px of “${text.textContent}”`] : [];
    });
  });
}

describe.skipIf(why !== undefined)(
  `texts of a picture${why === undefined ? '' : ` (skipped: ${why})`}`,
  { tags: 'full' },
  () => {
    let folder: string;
    let script: string;
    const browsers = new Map<string, Browser>();
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'synopolis-fonts-'));
      for (const font of FONTS) browsers.set(font, await browserWith(font, folder));
      const made = await build({
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          minify: false,
          lib: {
            entry: fileURLToPath(new URL('drawn-in-browser.ts', import.meta.url)),
            formats: ['iife'],
            name: 'drawn',
          },
        },
      });
      script = (made as { output: { code: string }[] }[])[0].output[0].code;
    });
    afterAll(async () => {
      for (const browser of browsers.values()) await browser.close();
      await rm(folder, { recursive: true });
    });

    it('are of the font that a test asks for', async () => {
      const widths = await Promise.all(
        FONTS.map(async (font) => {
          const page = await browsers.get(font)!.newPage();
          await page.setContent('<span style="font: 100px system-ui">Guangdong</span>');
          return page.evaluate(() => document.querySelector('span')!.getBoundingClientRect().width);
        }),
      );
      expect(widths[0]).toBeGreaterThan(1.3 * widths[1]);
    });

    it.each(
      FONTS.flatMap((font) =>
        (['en', 'zh'] as const).flatMap((language) =>
          [860, 330].map((width) => [font, language, width] as const),
        ),
      ),
    )('lie in it in %s (%s, %i px), whoever drew it', async (font, language, width) => {
      const page = await browsers.get(font)!.newPage();
      await page.addScriptTag({ content: script });
      const here = await page.evaluate(
        ([lang, wide]) =>
          (globalThis as unknown as { drawAll: typeof drawAll }).drawAll(document, lang, wide),
        [language, width] as const,
      );
      // Elsewhere: by a program that has no fonts, such as the one that makes reports.
      const elsewhere = drawAll(parseHTML('<html><body></body></html>').document, language, width);
      const faults: string[] = [];
      for (const [name, svg] of [...here, ...elsewhere])
        for (const text of await cutTexts(page, svg)) faults.push(`${name}: ${text}`);
      expect(faults).toEqual([]);
      await page.close();
    });
  },
);
