import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Observatory } from '../../src/observatory/index.ts';
import { type EnglishLeft, englishLeft } from '../english-left.ts';
import { whyNoBrowser } from './browser.ts';
import { everyPage } from './every-page.ts';
import { KEPT, synopolis } from './server.ts';
import { printed } from './tasks.ts';
import { NARROW, openSite, type Site, WIDE } from './site.ts';

const data = '../shared/data';
const why = existsSync(data) ? whyNoBrowser() : `there is no ${data}`;
const folder = join(KEPT, 'real');

describe.skipIf(why !== null)(
  `the page of real records${why === null ? '' : ` (skipped: ${why})`}`,
  { tags: 'full' },
  () => {
    let site: Site;
    let english: EnglishLeft;

    beforeAll(async () => {
      const works = ['geoscience-api', 'global-health-journals'].map(
        (name) => `${data}/works/${name}.jsonl.gz`,
      );
      const institutions = `${data}/institutions/ror-records.jsonl.gz`;
      synopolis('build', '--works', ...works, '--institutions', institutions, '--out', folder);
      const observatory = await Observatory.open(folder);
      english = await englishLeft(observatory);
      observatory.close();
      site = await openSite(folder);
    });
    afterAll(() => site.close());

    it('is not called synthetic', async () => {
      const visit = await site.visit('/?lang=en');
      expect(await visit.page.innerText('body')).not.toMatch(/synthetic|made-up/i);
      await visit.close();
    });

    describe('a report', () => {
      it.each([
        { place: 'def:jjj_13', lang: 'zh', flags: [], pages: [2, 2] },
        { place: 'cn:3100', lang: 'en', flags: [], pages: [2, 2] },
        { place: 'def:yrd_41', lang: 'en', flags: ['--full'], pages: [5, 19] },
      ] as const)(
        'of $place in $lang $flags prints to $pages pages',
        async ({ place, lang, flags, pages }) => {
          const file = join(KEPT, `real-${place.replace(':', '-')}.html`);
          synopolis('report', place, folder, '--lang', lang, ...flags, '--out', file);
          const visit = await site.file(file);
          const texts = await printed(visit);
          expect(texts.length).toBeGreaterThanOrEqual(pages[0]);
          expect(texts.length).toBeLessThanOrEqual(pages[1]);
          for (const text of texts) expect(text.length).toBeGreaterThan(100);
          expect(texts.join(' ')).not.toMatch(/synthetic|合成的演示|合成演示|部分合成/i);
          expect(visit.faults).toEqual([]);
          await visit.close();
        },
      );
    });

    describe('every page', () => {
      everyPage(
        'real',
        () => site,
        () => english,
        [
          { as: 'in English, wide', lang: 'en', width: WIDE },
          { as: 'in Chinese, narrow', lang: 'zh', width: NARROW },
        ],
      );
    });
  },
);
