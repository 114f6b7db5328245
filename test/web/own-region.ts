import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { saved } from './files.ts';
import { synopolis } from './server.ts';
import type { Site } from './site.ts';
import type { Visit } from './visit.ts';

const NAME = 'Mine';
const CITIES = 5;
/** Pixels between the places of the map where the pointer looks for a city. */
const GRID = 9;

/** As the command line prints it. */
interface Told {
  readonly rows: readonly {
    readonly place: { readonly id: string };
    readonly rank: number;
    readonly ranked: number;
    readonly rankInterval: [number, number];
    readonly share: number;
    readonly shareInterval: [number, number];
  }[];
  readonly intra: {
    readonly ratio: number;
    readonly ratioInterval: [number, number];
    readonly intraShare: number;
    readonly intraShareInterval: [number, number];
    readonly expectedShare: number;
  };
}

/** A region that is built on the map is the same as one that is named to the command line. */
export function ownRegion(site: () => Site): void {
  it('has the numbers that the command line has for the same cities', async () => {
    const visit = await site().visit('/regions?definition=def:yrd_41&lang=en');
    await visit.page.getByLabel('Name', { exact: true }).fill(NAME);
    await pickOnMap(visit);
    const region = new URL(visit.page.url()).searchParams.get('region')!;
    const cities = region.slice(NAME.length + 1).split(',');
    expect(region.startsWith(`${NAME}=`)).toBe(true);
    expect(cities.length).toBe(CITIES);
    const shown = await column(visit.page);

    const folder = site().observatory;
    const said = (...words: string[]): Told =>
      JSON.parse(synopolis(...words, '--region', region, '--format', 'json')) as Told;
    const { rows } = said('ranking', folder, '--of', 'regions', '--top', '200');
    const row = rows.find(({ place }) => place.id === `adhoc:${NAME}`)!;
    const { intra } = said('links', folder, '--place', `adhoc:${NAME}`, '--rows', 'inside', '--top', '1');
    const percents = (...parts: number[]): number[] => parts.map((part) => 100 * part);
    same(shown.get('Cities'), [cities.length]);
    same(shown.get('Share, in works'), [row.share, ...row.shareInterval]);
    // A rank that is sure is its interval's both ends.
    same(shown.get('Rank among regions'), [row.rank, row.ranked, ...row.rankInterval]);
    same(
      shown.get('Collaboration that stays inside'),
      percents(intra.intraShare, ...intra.intraShareInterval),
    );
    same(shown.get('Expected from size'), percents(intra.expectedShare));
    same(shown.get('Observed/expected (not adjusted for distance or country)'), [
      intra.ratio,
      ...intra.ratioInterval,
    ]);

    const { name, bytes } = await saved(
      visit.page,
      visit.page.getByRole('button', { name: 'Save as CSV', exact: true }),
    );
    expect(name).toMatch(/\.csv$/);
    expect(
      bytes
        .toString('utf8')
        .match(/cn:\d+/g)
        ?.toSorted(),
    ).toEqual(cities.toSorted());
    const other = await site().visit(visit.where);
    expect(await column(other.page)).toEqual(shown);
    await other.close();
    await visit.close();
  });
}

/** Looks for cities with the pointer, and clicks on the first that it meets. */
async function pickOnMap(visit: Visit): Promise<void> {
  const { page } = visit;
  const canvas = page.locator('.map canvas');
  await canvas.scrollIntoViewIfNeeded();
  const chosen = new Set<string>();
  const { width, height } = (await canvas.boundingBox())!;
  const across = Math.floor(width / GRID);
  for (let step = 0; chosen.size < CITIES && step < across * Math.floor(height / GRID); step++) {
    // Rows far from each other first, so that what is picked lies all over the map.
    const x = (step * 7 + 3) % across;
    const position = { x: x * GRID, y: (0.2 + 0.6 * ((step * 0.618) % 1)) * height };
    await canvas.hover({ position });
    const hover = page.locator('.map .hover');
    if ((await hover.count()) === 0) continue;
    const name = await hover.innerText();
    if (chosen.has(name)) continue;
    chosen.add(name);
    await canvas.click({ position });
    await visit.stands();
  }
  expect(chosen.size).toBe(CITIES);
}

/** What the table says of the region, by measure. */
async function column(page: Page): Promise<Map<string, string>> {
  const rows = await page
    .locator('.side-by-side tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent.trim())));
  return new Map(rows.map(([measure, own]) => [measure, own]));
}

/** Numbers of a text are these, as far as they are written out. */
function same(text: string | undefined, numbers: readonly number[]): void {
  const written = [...(text ?? '').matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([found]) =>
    found.replaceAll(',', ''),
  );
  expect(written.length, `${text} for ${numbers.join()}`).toBe(numbers.length);
  written.forEach((found, i) => {
    const decimals = found.split('.').at(1)?.length ?? 0;
    expect(Math.abs(Number(found) - numbers[i]), `${text} for ${numbers.join()}`).toBeLessThanOrEqual(
      0.5 * 10 ** -decimals + 1e-9,
    );
  });
}
