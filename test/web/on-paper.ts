import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ADDRESSES } from './addresses.ts';
import { inLanguage, type Site } from './site.ts';
import { printed } from './tasks.ts';

/** What no printer can press. */
const CONTROLS = /Copy link|Reset|Whole map|More rows|复制链接|重置|全图|全部移除/;

/** Figures, and of them those with words that were drawn for the paper; colour of the page. */
const seen = (page: Page) =>
  page.evaluate(() => ({
    figures: document.querySelectorAll('main .figure .on-paper').length,
    paper: getComputedStyle(document.documentElement).backgroundColor,
  }));

/** A page that is printed from a dark screen is black on white, has its drawings and words, and no controls. */
export function onPaper(site: () => Site): void {
  it.each([
    [ADDRESSES.overview[0], 'en', ['Share, works', 'Nanjing', 'joint draws from the covariance']],
    [ADDRESSES.regions[0], 'zh', ['份额（篇）', '南京市', '95%区间']],
    [ADDRESSES.coordination[0], 'en', ['Beijing-Tianjin-Hebei', 'Observatory “']],
  ] as const)('%s (%s)', async (path, lang, words) => {
    const visit = await site().visit(inLanguage(path, lang), { scheme: 'dark' });
    const { page } = visit;
    const texts = await printed(visit);
    for (const word of words) expect(texts.join('\n')).toContain(word);
    expect(texts.join('\n')).not.toMatch(CONTROLS);
    // A blank page is one too many.
    for (const text of texts) expect(text.length).toBeGreaterThan(80);
    await page.emulateMedia({ media: 'print' });
    const { figures, paper } = await seen(page);
    expect(figures).toBeGreaterThan(0);
    expect(paper).toBe('rgb(255, 255, 255)');
    // Drawings for the paper are gone once it is printed.
    expect(await page.locator('.on-paper svg').count()).toBe(0);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
}
