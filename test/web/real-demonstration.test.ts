import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REAL } from '../../src/demo/index.ts';
import { readJournals } from '../../src/records/openalex-api/index.ts';
import { type Fault, openAlexServer } from '../openalex-server.ts';
import { generatedRecords } from '../real-demonstration.ts';
import { whyNoBrowser } from './browser.ts';
import { startServer } from './server.ts';
import { NARROW, openServed, type Site } from './site.ts';

const why = whyNoBrowser();
/** Refuses the first call, as OpenAlex may refuse who has no key. */
const REFUSAL: Fault = { status: 403, body: '{"message":"a key is needed"}' };

describe.skipIf(why !== null)(
  `the first page of a synthetic demonstration${why === null ? '' : ` (skipped: ${why})`}`,
  { tags: 'full' },
  () => {
    let folder: string;
    let site: Site;
    let openalex: Awaited<ReturnType<typeof openAlexServer>>;
    beforeAll(async () => {
      const issns = (await readJournals(REAL.journals)).map(({ issn }) => issn!);
      const records = generatedRecords(250, 120, issns);
      openalex = await openAlexServer({ ...records, isFiltering: true, faults: { 0: REFUSAL } });
      folder = await mkdtemp(join(tmpdir(), 'offer-'));
      const out = join(folder, 'demo');
      const words = ['demo', '--out', out, '--works', '600', '--serve', '--base-url', openalex.baseUrl];
      site = await openServed(join(out, 'observatory'), await startServer(...words));
    });
    afterAll(async () => {
      await site.close();
      await openalex.close();
      await rm(folder, { recursive: true });
    });

    it('offers real records with their cost, says why they were refused, fetches them at the second try, and leads there', async () => {
      const visit = await site.visit('/?lang=zh', { width: NARROW });
      const { page } = visit;
      const offer = page.getByRole('region', { name: '真实数据演示' });
      expect(await offer.innerText()).toMatch(/约8,100篇论文和5,200个机构，约需137次调用，约2分钟/);
      expect(openalex.calls).toEqual([]);
      await offer.getByRole('button', { name: '获取真实数据演示（约137次调用，2分钟）' }).click();
      const refusal = offer.getByRole('alert');
      await refusal.waitFor();
      expect(await refusal.innerText()).toMatch(
        /未能获取真实数据演示。 OpenAlex拒绝了请求（HTTP 403）。可能需要密钥/,
      );
      await offer.getByRole('button', { name: '重试' }).click();
      const link = offer.getByRole('link', { name: '打开全球健康期刊' });
      await link.waitFor();
      await link.click();
      await visit.stands();
      expect(new URL(page.url()).searchParams.get('observatory')).toBe('demo-real');
      expect(await page.locator('details.observatories summary').innerText()).toContain(
        'Global health journals',
      );
      expect(await page.locator('table.ranks tbody').innerText()).toMatch(/伦敦/);
      // The real one offers nothing.
      expect(await offer.count()).toBe(0);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });
  },
);
