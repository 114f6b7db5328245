import { expect, it } from 'vitest';
import { csv, saved } from './files.ts';
import { NARROW, type Site } from './site.ts';

/** What an address, Back, a lost network and a narrow window must not break. */
export function movingAbout(site: () => Site): void {
  it.each(['constructor', '__proto__', 'toString'])(
    'an address with the key %s shows the page',
    async (key) => {
      const visit = await site().visit(`/?${key}=1&lang=en`);
      expect(await visit.page.locator('table.ranks tbody tr').count()).toBe(50);
      // The key stays in the address, as every key does that no control knows.
      await visit.page.getByLabel('Measure', { exact: true }).selectOption('count');
      await visit.stands();
      expect(new URL(visit.page.url()).searchParams.get(key)).toBe('1');
      expect(visit.faults).toEqual([]);
      await visit.close();
    },
  );

  it('Back brings one to where the page and its tables were scrolled to', async () => {
    const visit = await site().visit('/?lang=en&rows=100', { width: NARROW });
    const { page } = visit;
    await page.evaluate(() => scrollTo(0, 1500));
    await page.locator('a.open').nth(60).click();
    await visit.stands();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const left = await page.evaluate(() => innerHeight);
    await page.goBack();
    await visit.stands();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(left);
    expect(await page.locator('table.ranks tbody tr').count()).toBe(100);
    await visit.close();

    const wide = await site().visit('/?lang=en');
    const table = wide.page.locator('.ranking .scroll');
    await table.evaluate((element) => element.scrollTo(0, 400));
    await wide.page.locator('a.open').nth(20).click();
    await wide.stands();
    await wide.page.goBack();
    await wide.stands();
    await expect.poll(() => table.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(300);
    await wide.close();
  });

  it('a page whose code does not load says so, and loads once it can', async () => {
    const visit = await site().visit('/?lang=en');
    const { page } = visit;
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.getByRole('navigation').getByRole('link', { name: 'Claims', exact: true }).click();
    const alert = page.locator('main [role=alert]');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/did not load.*Try again/s);
    expect(await page.locator('main .waiting').count()).toBe(0);
    await alert.getByRole('button').click();
    await alert.waitFor();
    await page.unroute('**/assets/*.js');
    await alert.getByRole('button').click();
    await page.locator('table.ledger').waitFor();
    await visit.close();
  });

  it('what the page needs and has not got yet is said at the foot of the window', async () => {
    const visit = await site().visit('/claims?lang=en');
    const { page } = visit;
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/api/places?*', async (route) => {
      await released;
      await route.continue();
    });
    await page.getByRole('navigation').getByRole('link', { name: 'Region builder' }).click();
    const coming = page.locator('.waiting.coming');
    await expect.poll(() => coming.innerText()).toBe('Names and positions of cities: loading…');
    release();
    await visit.stands();
    expect(await coming.count()).toBe(0);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('without a network says so, and goes on by itself once there is one', async () => {
    const visit = await site().visit('/?lang=zh');
    const { page } = visit;
    await page.context().setOffline(true);
    await page.getByLabel('起始年').selectOption('2016');
    await page.locator('main [role=alert]').first().waitFor();
    for (const text of await page.locator('main [role=alert]').allInnerTexts())
      expect(text).toMatch(/服务器没有响应.*重试/s);
    await page.getByRole('navigation').getByRole('link', { name: '比较', exact: true }).click();
    await expect.poll(() => page.locator('main [role=alert]').innerText()).toMatch(/未能载入.*重试/s);
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: '比较' }).waitFor();
    expect(await page.locator('main [role=alert]').count()).toBe(0);
    await visit.close();
  });

  it('a city that the network has not is told of by name, and all links are listed', async () => {
    const visit = await site().visit('/network?lang=en&city=cn:3201&definition=def:jjj_13');
    const { page } = visit;
    await expect.poll(() => page.locator('.beside .note').innerText()).toMatch(/^Nanjing is not among/);
    expect(await page.locator('.beside h3').last().innerText()).toBe('Heaviest links');
    expect(await page.locator('.beside table').last().locator('tbody tr').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Clear the selected city' }).click();
    expect(visit.where).not.toContain('city=');
    await visit.close();
  });

  it('every sector that is offered has works', async () => {
    const visit = await site().visit('/?lang=en');
    const values = await visit.page
      .getByLabel('Sector', { exact: true })
      .locator('option')
      .evaluateAll((all) => (all as HTMLOptionElement[]).map(({ value }) => value));
    const offered = values.filter((value) => value !== '');
    expect(offered.length).toBeGreaterThan(1);
    for (const sector of offered) {
      const answer = await visit.page.evaluate(
        async (sector) =>
          (await fetch(`/api/analyses/ranking?sector=${sector}&top=1&intervals=false`)).json() as unknown,
        sector,
      );
      expect((answer as { rows: unknown[] }).rows.length, sector).toBe(1);
    }
    await visit.close();
  });

  it.each([NARROW, 1024, 1280])('the ranking has all its columns in a window of %i px', async (width) => {
    for (const lang of ['en', 'zh']) {
      const visit = await site().visit(`/?lang=${lang}`, { width });
      const table = visit.page.locator('.ranking .scroll');
      expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
      const cell = table.locator('tbody tr').first().locator('td').last();
      expect(await cell.innerText()).toMatch(/^[+−]?\d/);
      await visit.close();
    }
  });

  it.each(['/claims', '/directory', '/compare?places=cn:3201,cn:3301', '/data', '/methods'])(
    'Chinese cells of %s hold more than a character a line on a phone',
    async (path) => {
      const visit = await site().visit(`${path}${path.includes('?') ? '&' : '?'}lang=zh`, { width: NARROW });
      const torn = await visit.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main :is(td, th)')]
          .filter((cell) => /\p{Script=Han}{4}/u.test(cell.innerText) && cell.checkVisibility())
          .filter((cell) => cell.clientWidth < 3.5 * parseFloat(getComputedStyle(cell).fontSize))
          .map(({ innerText }) => innerText),
      );
      expect(torn).toEqual([]);
      await visit.close();
    },
  );

  it('the CSV of a map has every city and arc that is drawn', async () => {
    const visit = await site().visit('/?lang=en');
    const { page } = visit;
    const [, cities, links] = /All ([\d,]+) cities .* the ([\d,]+) pairs/s
      .exec(await page.locator('.map-side').innerText())!
      .map((text) => Number(text.replaceAll(',', '')));
    const { bytes } = await saved(page, page.locator('.map-side').getByRole('button', { name: 'CSV' }));
    const kinds = csv(bytes).records.map(([kind]) => kind);
    expect(kinds.filter((kind) => kind === 'city').length).toBe(cities);
    expect(kinds.filter((kind) => kind === 'link').length).toBe(links);

    await visit.open('/regions?lang=en&region=Mine=cn:3100,cn:3201,cn:3205');
    const map = page.locator('.region-map');
    const own = csv((await saved(page, map.getByRole('button', { name: 'CSV' }))).bytes).records;
    expect(own.filter(([kind]) => kind === 'city').length).toBeGreaterThanOrEqual(cities);
    expect(own.filter(([kind, , , , inside]) => kind === 'city' && inside === 'yes').length).toBe(3);
    expect(own.filter(([kind]) => kind === 'link').length).toBe(3);
    await visit.close();
  });
}
