import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESSED, INSTITUTION } from '../observatory/addressed-works.ts';
import { Bench } from '../observatory/observatories.ts';
import { whyNoBrowser } from './browser.ts';
import { serve } from './server.ts';
import { openServed, type Site } from './site.ts';

const why = whyNoBrowser();

describe.skipIf(why !== null)(
  `an observatory whose records have addresses${why === null ? '' : ` (skipped: ${why})`}`,
  { tags: 'full' },
  () => {
    const bench = new Bench();
    let site: Site;
    beforeAll(async () => {
      await bench.build({
        works: [bench.works('works.jsonl', ADDRESSED)],
        institutions: [bench.text('institutions.jsonl', INSTITUTION)],
        locate: 'address',
      });
      site = await openServed(bench.path('out'), await serve(bench.path('out')));
    });
    afterAll(async () => {
      await site.close();
      bench.dispose();
    });

    it('lets its pages count by institution, keeps that from page to page, and goes back', async () => {
      const visit = await site.visit('/');
      const { page } = visit;
      const rule = page.getByLabel('Authors count at');
      const rows = page.locator('table.ranks tbody');
      expect(await rule.inputValue()).toBe('address');
      expect(await rows.innerText()).toMatch(/Shenzhen/);
      await rule.selectOption('institution');
      await page.waitForURL(/located_by=institution/);
      await visit.stands();
      expect(await rows.innerText()).not.toMatch(/Shenzhen/);
      await page.getByRole('link', { name: 'Claims' }).click();
      await page.waitForURL(/\/claims\?.*located_by=institution/);
      await visit.stands();
      expect(await rule.inputValue()).toBe('institution');
      await rule.selectOption('address');
      await page.waitForURL((url) => !url.search.includes('located_by'));
      await page.goBack();
      await visit.stands();
      expect(await rule.inputValue()).toBe('institution');
      expect(visit.faults).toEqual([]);
      await visit.close();
    });
  },
);
