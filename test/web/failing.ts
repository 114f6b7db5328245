import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../../src/web/frame/pages.ts';
import { ADDRESSES } from './addresses.ts';
import { inLanguage, type Site } from './site.ts';
import type { Visit } from './visit.ts';

/** Years that are loaded first, and those that are selected then. */
const BEFORE = '2015-2024';
const AFTER = '2014-2024';

/** A question as a page asks it, whatever the selection that changes: path and parameters without it. */
const questionOf = (url: string, without: string): string => {
  const { pathname, searchParams } = new URL(url);
  searchParams.delete(without);
  searchParams.sort();
  return `${pathname}?${searchParams.toString()}`;
};

/** Texts with a number, drawings included, that stand without the mark of an earlier answer. */
const numbersIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const { parentElement: of, textContent } = walker.currentNode;
      const text = textContent?.trim() ?? '';
      if (!/\d/.test(text) || of === null || of.closest('.old, select, .waiting, [role=alert]') !== null)
        continue;
      if (of.checkVisibility()) found.push(text);
    }
    return [...new Set(found)];
  });

/** Alerts, each with whether it offers to try again, and marks of earlier answers without their notice. */
const troublesIn = (
  page: Page,
): Promise<{ alerts: { text: string; retry: boolean }[]; old: number; told: number }> =>
  page.evaluate(() => ({
    alerts: [...document.querySelectorAll<HTMLElement>('[role=alert]')].map((alert) => ({
      text: alert.innerText,
      retry: alert.checkVisibility() && alert.querySelector('button')?.checkVisibility() === true,
    })),
    old: document.querySelectorAll('.old').length,
    told: document.querySelectorAll('.old-notice + .old').length,
  }));

/** Goes where another selection is, as Back does, so that the page stays. */
const select = (page: Page, key: string, value: string): Promise<void> =>
  page.evaluate(
    ([key, value]) => {
      const url = new URL(location.href);
      url.searchParams.set(key, value);
      history.pushState(null, '', url);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    [key, value] as const,
  );

/** Opens the tables under all figures, so that what is drawn on a canvas is read too. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('.numbers')) details.open = true;
  });

const refuse = (route: Route, title: string): Promise<void> =>
  route.fulfill({
    status: 503,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title, status: 503, detail: 'As the test has it.' }),
  });

const isQuestion = (url: string): boolean => /\/api\/(?!jobs\/)|\/assets\/land-/.test(url);

/** What is asked while something is done. */
async function asking(visit: Visit, act: () => Promise<void>): Promise<string[]> {
  const urls: string[] = [];
  const hear = (request: { url(): string }): void => void urls.push(request.url());
  visit.page.on('request', hear);
  await act();
  await visit.stands();
  visit.page.off('request', hear);
  // The list of observatories has a language and no numbers.
  return [...new Set(urls.filter((url) => isQuestion(url) && !url.includes('/api/observatories')))];
}

/** Every question of every page fails once, in turn, after another selection was answered. */
export function failing(site: () => Site): void {
  describe.each(PAGES.flatMap(({ id, controls }) => ADDRESSES[id].map((path) => ({ path, controls }))))(
    '$path',
    ({ path, controls }) => {
      // What is changed: the years where the page has them, else the language.
      const [key, before, after] = controls.includes('years')
        ? (['years', BEFORE, AFTER] as const)
        : (['lang', 'en', 'zh'] as const);
      const address = key === 'lang' ? inLanguage(path, 'en') : `${inLanguage(path, 'en')}&${key}=${before}`;

      it('shows of each question that fails that it did, offers to try again, and shows no earlier number as if it were current', async () => {
        const visit = await site().visit(address);
        const { page } = visit;
        await unfold(page);
        await visit.stands();
        const first = await numbersIn(page);
        const questions = await asking(visit, () => select(page, key, after));
        const faults: string[] = [];
        for (const question of new Set(questions.map((url) => questionOf(url, key)))) {
          // A window opened anew keeps no answers, while the server does: nothing is counted twice.
          await visit.open(address);
          await unfold(page);
          await visit.stands();
          let hit = (): void => undefined;
          let release = (): void => undefined;
          const asked = new Promise<void>((resolve) => (hit = resolve));
          const released = new Promise<void>((resolve) => (release = resolve));
          const isIt = (url: URL): boolean => isQuestion(url.href) && questionOf(url.href, key) === question;
          await page.route(isIt, async (route) => {
            hit();
            await released;
            await refuse(route, 'Refused');
          });
          await select(page, key, after);
          await asked;
          await visit.stands({ held: 1 });
          const whileWaiting = { numbers: await numbersIn(page), ...(await troublesIn(page)) };
          release();
          await page
            .locator('[role=alert]')
            .first()
            .waitFor({ timeout: 10_000 })
            .catch(() => undefined);
          await visit.stands();
          const failed = { numbers: await numbersIn(page), ...(await troublesIn(page)) };
          await page.unroute(isIt);
          const own = failed.alerts.filter(({ text }) => text.includes('Refused'));
          if (own.length !== 1) faults.push(`${question}: ${own.length} alerts say that it failed`);
          for (const { text, retry } of failed.alerts)
            if (!retry) faults.push(`${question}: no retry in “${text}”`);
          if (own.length > 0) await page.locator('[role=alert] button').first().click();
          await visit.stands();
          const now = await troublesIn(page);
          if (now.alerts.length + now.old > 0) faults.push(`${question}: is not whole after another try`);
          const current = new Set(await numbersIn(page));
          const stale = first.filter((text) => !current.has(text));
          if (stale.length === 0) faults.push(`${question}: no number tells ${before} from ${after}`);
          for (const [when, state] of Object.entries({
            'while it waits': whileWaiting,
            'once it failed': failed,
          })) {
            if (state.old !== state.told)
              faults.push(`${question}: an earlier answer without a notice ${when}`);
            const left = stale.filter((text) => state.numbers.includes(text));
            if (left.length > 0)
              faults.push(
                `${question}: of ${before}, without a mark, ${when}: ${left.slice(0, 8).join(' | ')}`,
              );
          }
        }
        await visit.close();
        expect(faults).toEqual([]);
      });

      it('is whole after every question that it begins with has failed once and was asked again', async () => {
        const visit = await site().visit(address);
        const { page } = visit;
        const whole = await numbersIn(page);
        const failed = new Map<string, string>();
        const told = new Set<string>();
        await page.route(
          (url) => isQuestion(url.href),
          async (route) => {
            const url = route.request().url();
            if (failed.has(url)) {
              // What stood behind something else that failed comes with it.
              told.add(url);
              return route.continue();
            }
            failed.set(url, `Refused ${failed.size + 1}.`);
            return refuse(route, failed.get(url)!);
          },
        );
        await visit.open(address);
        const faults: string[] = [];
        for (let round = 0; round < 40; round++) {
          const { alerts } = await troublesIn(page);
          if (alerts.length === 0) break;
          for (const { text, retry } of alerts) {
            if (!retry) faults.push(`no retry in “${text}”`);
            for (const [url, title] of failed) if (text.includes(title)) told.add(url);
          }
          await page.locator('[role=alert] button').first().click();
          await visit.stands();
        }
        faults.push(
          ...[...failed.keys()]
            .filter((url) => !told.has(url))
            .map((url) => `${url} failed, which nobody is told and nothing mends`),
        );
        expect(await numbersIn(page)).toEqual(whole);
        await visit.close();
        expect(faults).toEqual([]);
      });
    },
  );
}
