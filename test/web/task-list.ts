import { expect } from 'vitest';
import type { Visit } from './visit.ts';

/** Something that a person wants, and the steps that lead there: what they do, and what then stands there. */
export interface Task {
  readonly title: string;
  readonly lang: 'en' | 'zh';
  readonly steps: readonly (readonly [text: string, act: (visit: Visit) => Promise<void>])[];
  readonly done: (visit: Visit) => Promise<void>;
}

const menu =
  (name: string) =>
  ({ page }: Visit): Promise<void> =>
    page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

const found =
  (box: string, text: string, name: RegExp) =>
  async ({ page }: Visit): Promise<void> => {
    await page.getByRole('combobox', { name: box }).fill(text);
    await page.getByRole('option', { name }).first().waitFor();
    await page.keyboard.press('Enter');
  };

const clipboard = ({ page }: Visit): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const headings = ({ page }: Visit): Promise<string[]> => page.locator('main h2').allInnerTexts();

/** As docs/tasks.md has them, each from the page that opens first. */
export const TASKS: readonly Task[] = [
  {
    title: 'Where does Guangzhou stand in chemistry, and how sure is that?',
    lang: 'en',
    steps: [
      [
        'Choose Chemistry under Field.',
        async ({ page }) => {
          await page.getByLabel('Field', { exact: true }).selectOption({ label: 'Chemistry' });
        },
      ],
      [
        'Press Guangzhou in the table.',
        ({ page }) => page.getByRole('button', { name: 'Guangzhou', exact: true }).click(),
      ],
    ],
    done: async (visit) => {
      expect(visit.where).toBe('/?field=field:16&lang=en&places=cn:4401');
      const row = visit.page.locator('tr.chosen');
      expect(await row.innerText()).toMatch(/^\d+\s+\d+(?:–\d+)?\s+Guangzhou\s.*[\d.]+\s+[\d.]+–[\d.]+\s/s);
      expect((await headings(visit))[0]).toContain('Guangzhou');
    },
  },
  {
    title: 'Do the cities of the Yangtze River Delta work together more than size explains?',
    lang: 'en',
    steps: [
      ['Open Coordination.', menu('Coordination')],
      [
        'Choose the Yangtze River Delta under Region.',
        async ({ page }) => {
          const region = page.getByLabel('Region', { exact: true });
          const delta = region.locator('option', { hasText: 'Yangtze River Delta' }).last();
          await region.selectOption(await delta.getAttribute('value'));
        },
      ],
    ],
    done: async (visit) => {
      expect((await headings(visit))[0]).toMatch(/Yangtze River Delta.* \d\.\d+ \(\d\.\d+–\d\.\d+\) times/);
    },
  },
  {
    title: 'Is a claim true, and how do I quote the answer?',
    lang: 'en',
    steps: [
      ['Open Claims.', menu('Claims')],
      [
        'Press the claim that you mean.',
        ({ page }) => page.locator('main tbody tr button[aria-expanded]').first().click(),
      ],
      [
        'Press “Copy: In English” under the caption.',
        ({ page }) => page.getByRole('button', { name: 'Copy: In English' }).click(),
      ],
    ],
    done: async (visit) => {
      expect(await clipboard(visit)).toMatch(/.{40,}http:\/\/127\.0\.0\.1:\d+\/claims/s);
    },
  },
  {
    title: 'What would a region of my own look like, and how do I share it?',
    lang: 'en',
    steps: [
      ['Open Region builder.', menu('Region builder')],
      ['Type Shanghai into “Add a city” and press Enter.', found('Add a city', 'Shanghai', /^Shanghai/)],
      ['Type Suzhou and press Enter.', found('Add a city', 'Suzhou', /^Suzhou/)],
      [
        'Press Copy link.',
        ({ page }) => page.locator('.builder').getByRole('button', { name: 'Copy link' }).click(),
      ],
    ],
    done: async (visit) => {
      expect(await clipboard(visit)).toBe(visit.page.url());
      expect(new URL(visit.page.url()).searchParams.get('region')).toBe('My region=cn:3100,cn:3205');
      expect(await visit.page.locator('.side-by-side tbody tr').count()).toBe(10);
    },
  },
  {
    title: 'Who can help with a need?',
    lang: 'en',
    steps: [
      ['Open Match.', menu('Match')],
      [
        'Write the need and press Find.',
        async ({ page }) => {
          await page.getByLabel('Need', { exact: true }).fill('perovskite solar cells');
          await page.getByRole('button', { name: 'Find', exact: true }).click();
        },
      ],
      [
        'Press “Print the shortlist”.',
        async ({ page }) => {
          await page.evaluate(() => {
            globalThis.print = () => document.body.setAttribute('data-printed', 'true');
          });
          await page.getByRole('button', { name: 'Print the shortlist' }).click();
        },
      ],
    ],
    done: async ({ page }) => {
      expect(await page.locator('body').getAttribute('data-printed')).toBe('true');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('main tbody tr').first().isVisible()).toBe(true);
      expect(await page.locator('header').isVisible()).toBe(false);
    },
  },
];
