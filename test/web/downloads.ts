import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PAGES } from '../../src/web/frame/pages.ts';
import { ADDRESSES } from './addresses.ts';
import { csv, pixelsOf, saved, svgFaults } from './files.ts';
import { inLanguage, type Site } from './site.ts';

/** Pixels of a PNG for each of the figure's, and how much of a picture may be empty paper. */
const SCALE = 2;
const PAPER = 0.995;

/** Every figure of every page is saved in each way that it offers, and opened. */
export function downloads(site: () => Site): void {
  it.each(
    PAGES.flatMap(({ id }) => ADDRESSES[id]).map((path, i) => [path, i % 2 === 0 ? 'en' : 'zh'] as const),
  )('%s (%s): CSV parses, SVG renders, PNG has pixels', async (path, lang) => {
    const visit = await site().visit(inLanguage(path, lang));
    const figures = await visit.page.locator('main figure.figure').all();
    const faults: string[] = [];
    for (const figure of figures) {
      const title = await figure.locator('h2, h3').first().innerText();
      for (const fault of await figureFaults(visit.page, figure, title)) faults.push(`${title}: ${fault}`);
    }
    await visit.close();
    // Texts and tables alone: methods, and a shortlist.
    expect(figures.length > 0).toBe(!/^\/(?:methods|match)/.test(path));
    expect(faults).toEqual([]);
  });
}

async function figureFaults(page: Page, figure: Locator, title: string): Promise<string[]> {
  const button = (name: string): Locator => figure.getByRole('button', { name, exact: true });
  const table = await saved(page, button('CSV'));
  const { comments, records } = csv(table.bytes);
  const faults = tableFaults(records, await shownRows(figure));
  if (comments[0] !== title) faults.push(`its CSV is called ${comments[0]}`);
  if (!/^[A-Za-z0-9-]+\.csv$/.test(table.name)) faults.push(`is saved as ${table.name}`);
  if ((await button('SVG').count()) === 0) return faults;
  const drawing = await saved(page, button('SVG'));
  faults.push(...(await svgFaults(page, drawing.bytes)));
  const text = drawing.bytes.toString('utf8');
  const [, width, height] = /^<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(text) ?? [];
  const picture = await saved(page, button('PNG'));
  const pixels = await pixelsOf(page, picture.bytes, 'image/png');
  if (
    Math.abs(pixels.width - SCALE * Number(width)) > SCALE ||
    Math.abs(pixels.height - SCALE * Number(height)) > SCALE
  )
    faults.push(`PNG of ${pixels.width} × ${pixels.height} px, SVG of ${width} × ${height}`);
  if (pixels.colours < 3 || pixels.paper > PAPER) faults.push(`an empty picture: ${JSON.stringify(pixels)}`);
  return faults;
}

function tableFaults(records: readonly (readonly string[])[], shown: number): string[] {
  const [columns = [], ...rows] = records;
  return [
    ...(columns.length > 1 ? [] : [`columns ${columns.join()}`]),
    ...(rows.length === shown && shown > 0 ? [] : [`${rows.length} rows in the CSV, ${shown} on the page`]),
    ...rows.filter((row) => row.length !== columns.length).map((row) => `a torn row: ${row.join()}`),
    ...(rows.flat().some((cell) => /NaN|undefined|Infinity|\[object/.test(cell))
      ? ['a cell that is no value']
      : []),
  ];
}

/** Rows of the table of numbers under a figure, once it is opened. */
async function shownRows(figure: Locator): Promise<number> {
  await figure.locator('.numbers summary').click();
  const rows = figure.locator('.numbers tbody tr');
  await rows.first().waitFor();
  return rows.count();
}
