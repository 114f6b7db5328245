import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pagesOfPdf } from '../pdf-text.ts';
import { KEPT, synopolis } from './server.ts';
import { inLanguage, type Site } from './site.ts';
import { TASKS } from './task-list.ts';
import type { Visit } from './visit.ts';

const PAGE = readFileSync(new URL('../../docs/tasks.md', import.meta.url), 'utf8');

/** Steps that the page of tasks has under a title. */
function written(title: string): string[] {
  const [, section = ''] = PAGE.split(`## ${title}\n`);
  const [own] = section.split('\n## ');
  return [...own.matchAll(/^\d+\. (.+(?:\n {3}.+)*)$/gm)].map(([, step]) => step.replaceAll(/\n +/g, ' '));
}

/** What a new reader wants is done in the steps that are written down, and no others. */
export function tasks(site: () => Site): void {
  it.each(TASKS.map((task) => [task.title, task] as const))('%s', async (title, { lang, steps, done }) => {
    expect(written(title)).toEqual(steps.map(([text]) => text));
    const visit = await site().visit(inLanguage('/', lang));
    for (const [, act] of steps) {
      await act(visit);
      await visit.stands();
    }
    await done(visit);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
}

/** The text of each page that comes out of a printer. */
export const printed = async ({ page }: Visit): Promise<string[]> =>
  pagesOfPdf(await page.pdf({ preferCSSPageSize: true }));

/** The steps in docs/tasks.md stand here too. */
export function printedReport(site: () => Site): void {
  const title = 'How do I print a report of Jing-Jin-Ji in Chinese?';
  it(title, async () => {
    const [command, look] = written(title);
    const words = /`npx synopolis (.+) --out jjj\.html`/.exec(command)![1].split(' ');
    const file = join(KEPT, 'jjj.html');
    synopolis(
      ...words.map((word) => (word === 'demo/observatory' ? site().observatory : word)),
      '--out',
      file,
    );
    expect(look).toMatch(/print/);
    const visit = await site().file(file);
    expect(await visit.page.locator('html').getAttribute('lang')).toMatch(/^zh/);
    expect(await printed(visit)).toHaveLength(2);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
}
