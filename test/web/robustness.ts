import { expect, it } from 'vitest';
import { type Site } from './site.ts';

/** From an answer to whether it holds, and on to the view with another choice. */
export function robustness(site: () => Site): void {
  it('leads from a rank to its other choices, and from a choice to the view that has it', async () => {
    const visit = await site().visit('/?places=cn:3205&lang=en');
    const { page } = visit;
    await page.getByRole('link', { name: 'Is the rank of Suzhou robust?' }).click();
    await visit.stands();
    expect(visit.where).toMatch(/^\/robustness\?.*of=cn:3205/);
    expect(await page.locator('.figure h2').innerText()).toMatch(
      /^The rank of Suzhou is (?:robust|sensitive to choices|too close to call): /,
    );
    const row = page.getByRole('row', { name: /^Count / });
    const rank = /(\d+)(?:st|nd|rd|th)/.exec(await row.innerText())![1];
    await row.getByRole('link').click();
    await visit.stands();
    expect(visit.where).toMatch(/^\/\?by=count&/);
    expect(await page.locator('tr.chosen td').first().innerText()).toBe(rank);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
}
