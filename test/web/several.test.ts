import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyNoBrowser } from './browser.ts';
import { KEPT, synopolis } from './server.ts';
import { NARROW, openSite, type Site } from './site.ts';

const why = whyNoBrowser();

describe.skipIf(why !== null)(
  `the page of two observatories${why === null ? '' : ` (skipped: ${why})`}`,
  { tags: 'full' },
  () => {
    let site: Site;
    beforeAll(async () => {
      const folders = [join(KEPT, 'first'), join(KEPT, 'second')];
      for (const [i, folder] of folders.entries())
        synopolis('demo', '--out', folder, '--works', String(3000 + 1000 * i));
      site = await openSite(...(folders.map((folder) => join(folder, 'observatory')) as [string, string]));
    });
    afterAll(() => site.close());

    it.each([
      ['en', 'Synthetic demonstration'],
      ['zh', '合成演示'],
    ])('goes from one to the other, and every link stays there (%s)', async (lang, kind) => {
      const visit = await site.visit(`/?lang=${lang}`);
      const { page } = visit;
      const menu = page.locator('details.observatories');
      const ranks = page.locator('table.ranks tbody');
      const before = await ranks.innerText();
      await menu.locator('summary').click();
      expect(await menu.getByRole('list').innerText()).toContain(kind);
      // Both have the title of the demonstration.
      const names = await menu.getByRole('link').allInnerTexts();
      expect(names).toEqual(['Demonstration (first)', 'Demonstration (second)']);
      await menu.getByRole('link').nth(1).click();
      await visit.stands();
      const asked = (): string | null => new URL(page.url()).searchParams.get('observatory');
      expect(asked()).toBe('second');
      expect(await page.title()).toContain(' · second · ');
      expect(await ranks.innerText()).not.toBe(before);
      expect(await menu.locator('a[aria-current]').getAttribute('href')).toContain('observatory=second');
      const links = await page
        .locator('header nav a, table.ranks a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
      expect(links.length).toBeGreaterThan(5);
      expect(links.filter((href) => !href.includes('observatory=second'))).toEqual([]);
      await page.locator('header nav a[href^="/claims"]').click();
      await visit.stands();
      expect([asked(), await page.title()]).toEqual(['second', expect.stringContaining('second')]);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('is opened and closed by keyboard, on a narrow window too', async () => {
      const visit = await site.visit('/?lang=en', { width: NARROW });
      const summary = visit.page.locator('details.observatories summary');
      const list = visit.page.locator('details.observatories ul');
      await summary.focus();
      await visit.page.keyboard.press('Enter');
      const box = (await list.boundingBox())!;
      expect([box.x >= 0, box.x + box.width <= NARROW]).toEqual([true, true]);
      await visit.page.keyboard.press('Escape');
      expect(await list.isVisible()).toBe(false);
      await visit.close();
    });

    it('says that an observatory is unknown, and which there are', async () => {
      const visit = await site.visit('/?lang=en&observatory=third');
      expect(await visit.page.innerText('main')).toContain('Unknown observatory “third”');
      await visit.close();
    });
  },
);
