import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { csvRecords } from '../../src/places/csv.ts';

/** What a click on a button saves: its name and its bytes. */
export async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The comments of a CSV and its records, the columns first. */
export function csv(bytes: Buffer): { comments: string[]; records: string[][] } {
  const lines = bytes.toString('utf8').split('\n');
  const first = lines.findIndex((line) => !line.startsWith('#'));
  return {
    comments: lines.slice(0, first).map((line) => line.slice(2)),
    records: csvRecords(lines.slice(first).join('\n'), 'download').map(({ cells }) => cells),
  };
}

/** What is wrong with an SVG that shall stand alone. */
export async function svgFaults(page: Page, bytes: Buffer): Promise<string[]> {
  const text = bytes.toString('utf8');
  const wrong = await page.evaluate((given) => {
    const read = new DOMParser().parseFromString(given, 'image/svg+xml');
    const error = read.querySelector('parsererror');
    if (error !== null) return error.textContent;
    return read.documentElement instanceof SVGSVGElement ? null : 'its root is no SVG';
  }, text);
  // A file of its own has no style sheet, and asks nobody for anything.
  const leans = /var\(--|(?:href|src)="https?:|url\(http|<script|<foreignObject|NaN/g;
  return [...(wrong === null ? [] : [wrong]), ...[...text.matchAll(leans)].map(([found]) => found)];
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Colours that differ, up to a hundred. */
  readonly colours: number;
  /** Part of the pixels that have the colour of the first. */
  readonly paper: number;
}

/** The pixels of a picture, as the browser decodes it. */
export function pixelsOf(page: Page, bytes: Buffer, type: 'image/png' | 'image/svg+xml'): Promise<Pixels> {
  return page.evaluate(
    async ([text, kind]) => {
      const data = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([data], { type: kind }));
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
      const colours = new Set<number>();
      let paper = 0;
      for (const pixel of pixels) {
        if (colours.size < 100) colours.add(pixel);
        if (pixel === pixels[0]) paper++;
      }
      URL.revokeObjectURL(image.src);
      const { width, height } = canvas;
      return { width, height, colours: colours.size, paper: paper / pixels.length };
    },
    [bytes.toString('base64'), type] as const,
  );
}
