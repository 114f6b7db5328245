import type { FileChooser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inLanguage, type Site } from './site.ts';

/** Opens a file as one does who has no mouse. */
async function open(page: Page, button: string, name: string, text: string): Promise<FileChooser> {
  await page.getByRole('button', { name: button }).focus();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  return chooser;
}

/** Whoever listens all the time misses no dialog that comes quickly. */
function listening(page: Page): Page {
  page.on('filechooser', () => undefined);
  return page;
}

/** Files that a reader has are opened by a button of the page, in the reader's language, and told by their names. */
export function openedFiles(site: () => Site): void {
  it('a region: cities by name, a province whole, and why others are refused', async () => {
    const visit = await site().visit(inLanguage('/regions', 'zh'));
    const page = listening(visit.page);
    // What a browser says of its own is in the browser's language, and stands nowhere.
    expect(await page.locator('input[type=file]:visible').count()).toBe(0);
    const button = '打开文件（CSV）…';
    expect(await page.getByRole('button', { name: button }).getAttribute('aria-describedby')).not.toBeNull();
    const told = page.locator('.file-in [role=status]');
    await open(
      page,
      button,
      '错.csv',
      'definition,source,place,city,country\na,me,iso:CN,,\na,me,,Shangahi,CN\n',
    );
    await expect
      .poll(() => told.allInnerTexts())
      .toContainEqual(expect.stringMatching(/错\.csv未被采用.*第2行.*iso:CN.*第3行.*cn:3100/s));
    expect(new URL(page.url()).searchParams.get('region')).toBeNull();
    await open(
      page,
      button,
      '江苏.csv',
      'definition,source,place,city,country\njs,me,cn-p:32,,\njs,me,,Shanghai,CN\n',
    );
    await expect
      .poll(() => told.allInnerTexts())
      .toContainEqual(expect.stringMatching(/已读取江苏\.csv.*cn-p:32/s));
    await visit.stands();
    const region = new URL(page.url()).searchParams.get('region')!;
    expect(region).toMatch(/^js=.*cn:3201.*cn:3100$/);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('needs: those of a file are kept, and none of a file with a fault', async () => {
    const visit = await site().visit(inLanguage('/match', 'en'));
    const page = listening(visit.page);
    const button = 'Open a file of needs (CSV)…';
    const rows = page.locator('.kept tbody tr');
    await open(page, button, 'bad.csv', 'id,text,date\nn1,thin wafers,soon\n');
    await page.getByText('bad.csv was not used').waitFor();
    expect(await page.locator('.line-problems').innerText()).toMatch(/Line 2, error: “soon” is not a date/);
    expect(await rows.count()).toBe(0);
    const chooser = await open(
      page,
      button,
      'needs.csv',
      'id,text,place,state\nn4,thin wafers,cn:3205,\nn5,hydrogen,,open\n',
    );
    expect(chooser.isMultiple()).toBe(false);
    await page.getByText('2 added, 0 updated from the file').waitFor();
    expect(await page.locator('.needs-in').innerText()).toContain('needs.csv');
    expect(await rows.locator('td:first-child').allInnerTexts()).toEqual(['n4', 'n5']);
    await page.reload();
    await visit.stands();
    expect(await rows.count()).toBe(2);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
}
