import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../../src/web/frame/pages.ts';
import type { EnglishLeft } from '../english-left.ts';
import { fullUnless } from '../few-and-many.ts';
import { accessibilityFaults } from './accessibility.ts';
import { ADDRESSES, pictureOf } from './addresses.ts';
import { inLanguage, NARROW, type Site, WIDE } from './site.ts';
import { textsOf } from './texts.ts';

/** Pictures of every page, for people to look at; not part of the project. */
const PICTURES = fileURLToPath(new URL('../../test-artefacts', import.meta.url));

export interface Looked {
  readonly as: string;
  readonly lang: 'en' | 'zh';
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
  /** In every run, one address of each page, and not in the full suite alone. */
  readonly always?: boolean;
}
/** One address of each page. */
const FIRST = PAGES.map(({ id }) => ADDRESSES[id][0]);

const EVERY: readonly Looked[] = [
  { as: 'in English, wide', lang: 'en', width: WIDE, always: true },
  { as: 'in Chinese, wide', lang: 'zh', width: WIDE },
  { as: 'in English, narrow', lang: 'en', width: NARROW },
  { as: 'in Chinese, narrow', lang: 'zh', width: NARROW },
  { as: 'in English, dark', lang: 'en', width: WIDE, scheme: 'dark' },
];

/** Looks at every page as every reader has it, and says all that is wrong with it at once. */
export function everyPage(
  name: string,
  site: () => Site,
  english: () => EnglishLeft,
  looked: readonly Looked[] = EVERY,
): void {
  const paths = PAGES.flatMap(({ id }) => ADDRESSES[id]);
  describe.each(looked)('$as', ({ lang, width, scheme = 'light', always = false }) => {
    describe.each(paths)('%s', (path) => {
      it('is whole and says nothing wrong', fullUnless(always && FIRST.includes(path)), async () => {
        const visit = await site().visit(inLanguage(path, lang), { width, scheme });
        const { page } = visit;
        const picture = `${pictureOf(path)}-${lang}-${width}${scheme === 'dark' ? '-dark' : ''}.png`;
        await page.screenshot({ path: join(PICTURES, name, picture), fullPage: true });
        const faults = [
          ...(await shapeFaults(page, lang)),
          ...(await textsOutside(page)),
          ...(await accessibilityFaults(page)),
          ...visit.faults,
        ];
        if (lang === 'zh')
          for (const text of await textsOf(page)) {
            const left = english()(text);
            if (left !== null) faults.push(`English: “${left}” in “${text.slice(0, 120)}”`);
          }
        await visit.close();
        expect(faults).toEqual([]);
      });
    });
  });
}

/** Words of figures that stand outside them, where they are cut or under something else. */
function textsOutside(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main figure')].flatMap((figure) => {
      const { left, right } = figure.getBoundingClientRect();
      const most = Math.min(right, innerWidth) + 1;
      return [...figure.querySelectorAll('svg text')].flatMap((text) => {
        const box = text.getBoundingClientRect();
        return box.width === 0 || (box.left >= left - 1 && box.right <= most)
          ? []
          : `“${text.textContent}” from ${Math.round(box.left)} to ${Math.round(box.right)} px, its figure from ${Math.round(left)} to ${Math.round(right)} px`;
      });
    }),
  );
}

/** One main heading, something to read, and nothing beyond the edge of the window. */
async function shapeFaults(page: Page, lang: string): Promise<string[]> {
  const seen = await page.evaluate(() => ({
    headings: [...document.querySelectorAll('h1')].map(({ textContent }) => textContent.trim()),
    content: document.querySelectorAll('main figure svg, main figure canvas, main table, main article')
      .length,
    troubles: [...document.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    lang: document.documentElement.lang,
    title: document.title,
  }));
  return [
    ...(seen.headings.length === 1 && seen.headings[0] !== ''
      ? []
      : [`headings: ${seen.headings.join(' | ')}`]),
    ...(seen.content > 0 ? [] : ['shows neither figure nor table']),
    ...seen.troubles.map((text) => `trouble: ${text}`),
    ...(seen.wide <= 0 ? [] : [`wider than the window by ${seen.wide} px`]),
    ...(seen.lang.startsWith(lang) ? [] : [`says that its language is ${seen.lang}`]),
    ...(seen.title.endsWith(' · Synopolis') ? [] : [`is titled ${seen.title}`]),
  ];
}
