import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PAGES } from '../../src/web/frame/pages.ts';
import { ADDRESSES } from './addresses.ts';
import { inLanguage, type Site } from './site.ts';

/** What is changed on the way, where a page has the control: the label of a choice, and what is picked. */
const CHANGES: readonly (readonly [label: string, option: string])[] = [
  ['First year', '2016'],
  ['Field', 'Chemistry'],
  ['Compared with', 'only cities without their own policy'],
];

/** What a page shows: headings, numbers, and what is chosen. */
function viewOf(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const texts = (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
    return {
      title: document.title,
      headings: texts('main h1, main h2, main h3'),
      cells: texts('main td').slice(0, 2000),
      chosen: [...document.querySelectorAll<HTMLSelectElement>('select')].map(({ value }) => value),
      pressed: texts('main [aria-pressed=true]'),
    };
  });
}

/** An address shows whoever opens it what its sender saw, and going back shows what was seen before. */
export function links(site: () => Site): void {
  it.each(PAGES.map(({ id }) => ADDRESSES[id][0]))('%s', async (path) => {
    const sender = await site().visit(inLanguage(path, 'en'));
    const { page } = sender;
    const before = { where: sender.where, view: await viewOf(page) };
    let steps = 0;
    for (const [label, option] of CHANGES) {
      const choice = page.locator('.controls').getByLabel(label, { exact: true });
      if ((await choice.count()) === 0) continue;
      await choice.selectOption({ label: option });
      await sender.stands();
      steps++;
    }
    const sent = await viewOf(page);
    if (steps > 0) expect(sent).not.toEqual(before.view);

    const other = await site().visit(sender.where);
    expect(other.where).toBe(sender.where);
    expect(await viewOf(other.page)).toEqual(sent);
    await other.close();

    for (let step = 0; step < steps; step++) await page.goBack();
    await sender.stands();
    expect(sender.where).toBe(before.where);
    expect(await viewOf(page)).toEqual(before.view);
    await sender.close();
  });
}
