import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../../src/web/frame/pages.ts';
import { ADDRESSES } from './addresses.ts';
import { inLanguage, type Site } from './site.ts';
import type { Visit } from './visit.ts';

/** Whoever has no mouse reaches everything, sees where they are, and is trapped nowhere. */
export function keyboard(site: () => Site): void {
  it.each(PAGES.map(({ id }) => ADDRESSES[id][0]))('reaches everything of %s', async (path) => {
    const visit = await site().visit(inLanguage(path, 'en'));
    expect(await unreached(visit.page)).toEqual([]);
    await visit.close();
  });

  describe('on the overview', () => {
    it('skips to the content', async () => {
      const visit = await site().visit('/?lang=en');
      await press(visit, 'Tab', 'Enter');
      expect(await visit.page.evaluate(() => document.activeElement?.id)).toBe('content');
      await visit.close();
    });

    it('finds a place by typing, and opens it', async () => {
      const visit = await site().visit('/?lang=en');
      await visit.page.getByRole('combobox', { name: 'Search a place' }).focus();
      await visit.page.keyboard.type('guangzhou');
      await visit.page.getByRole('option', { name: /Guangzhou/ }).waitFor();
      await press(visit, 'Enter');
      await visit.stands();
      expect(visit.where).toBe('/place/cn:4401?lang=en');
      await visit.close();
    });

    it('selects a city in the table, which the map and the address then have', async () => {
      const visit = await site().visit('/?lang=en');
      const name = visit.page.locator('.ranks tbody .row-name').first();
      await name.focus();
      await press(visit, 'Enter');
      await visit.stands();
      expect(await name.getAttribute('aria-pressed')).toBe('true');
      expect(visit.where).toMatch(/^\/\?lang=en&places=\w+:\d+$/);
      await press(visit, 'Enter');
      expect(visit.where).toBe('/?lang=en');
      await visit.close();
    });

    it('orders the table, and says so', async () => {
      const visit = await site().visit('/?lang=en');
      const head = visit.page.locator('.ranks th', { hasText: 'City' });
      await head.getByRole('button').focus();
      await press(visit, 'Enter');
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      const names = await visit.page.locator('.ranks tbody .row-name').allInnerTexts();
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
      expect(names.length).toBeGreaterThan(20);
      await visit.close();
    });

    it('moves the map, and puts it back', async () => {
      const visit = await site().visit('/?lang=en');
      const map = visit.page.locator('.map canvas');
      const drawn = async (): Promise<string> => {
        await visit.page.waitForTimeout(100);
        return map.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
      };
      const alike = async (a: string, b: string): Promise<boolean> =>
        a === b || (await differing(visit.page, a, b)) < ALIKE;
      // The map stands once a picture is like the one before.
      let whole = await drawn();
      for (let next = await drawn(); next !== whole; next = await drawn()) whole = next;
      await map.focus();
      const seen = [whole];
      for (const key of ['+', 'ArrowLeft', 'ArrowUp', '-', 'ArrowRight']) {
        await press(visit, key);
        const picture = await drawn();
        for (const other of seen) expect(await alike(picture, other), `after ${key}`).toBe(false);
        seen.push(picture);
      }
      await press(visit, '0');
      await expect.poll(async () => alike(await drawn(), whole), { timeout: 10_000 }).toBe(true);
      await visit.close();
    });
  });
}

/** A browser under load draws the edges of letters by a hair otherwise: pictures are alike where so few pixels differ. */
const ALIKE = 0.002;

/** Which part of the pixels of two pictures of a size differ; 1 where the sizes do. */
function differing(page: Page, a: string, b: string): Promise<number> {
  return page.evaluate(
    async (addresses) => {
      const [one, other] = await Promise.all(
        addresses.map(async (address) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d')!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      if (one.width !== other.width || one.height !== other.height) return 1;
      const pixels = new Uint32Array(one.data.buffer);
      const others = new Uint32Array(other.data.buffer);
      return pixels.reduce((sum, pixel, i) => sum + (pixel === others[i] ? 0 : 1), 0) / pixels.length;
    },
    [a, b],
  );
}

async function press({ page }: Visit, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What can be used and is not reached by Tab, or is reached without being seen to be. */
async function unreached(page: Page): Promise<string[]> {
  const stops = await page.evaluate(() => {
    const usable = 'a[href], button, select, input, textarea, summary, [tabindex]';
    const named = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}”`;
    const left = new Set(
      [...document.querySelectorAll<HTMLElement>(usable)].filter(
        (element) => element.tabIndex >= 0 && element.checkVisibility() && !element.matches(':disabled'),
      ),
    );
    const unseen: string[] = [];
    document.addEventListener('focusin', ({ target }) => {
      const element = target as HTMLElement;
      left.delete(element);
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      if ((outlineStyle === 'none' || outlineWidth === '0px') && boxShadow === 'none')
        unseen.push(`not seen: ${named(element)}`);
    });
    Object.assign(globalThis, {
      unreached: () => [...unseen, ...[...left].map((element) => `not reached: ${named(element)}`)],
    });
    return left.size;
  });
  // A list that grows when it is reached has a few more.
  for (let i = 0; i < stops + 10; i++) await page.keyboard.press('Tab');
  return page.evaluate(() =>
    (globalThis as unknown as { unreached: () => string[] }).unreached().slice(0, 20),
  );
}
