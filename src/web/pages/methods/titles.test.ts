import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { documentOf, groupsOf } from '../../build/markdown.ts';
import { nameOfPage } from './names.ts';
import { GROUPS_ZH, TITLES_ZH } from './titles-zh.ts';

const DOCS = new URL('../../../../docs/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, DOCS), 'utf8');
const pagesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, DOCS))
    .filter((file) => file.endsWith('.md') && !['index.md', 'contributing.md'].includes(file))
    .map((file) => `${folder}${file}`);

const groups = [
  ...groupsOf(read('index.md'), 'index.md'),
  ...groupsOf(read('methods/index.md'), 'methods/index.md'),
];
const listed = groups
  .flatMap(({ pages }) => pages)
  .filter(({ name }) => name !== '' && name !== 'guide/contributing');
const paths = [...pagesIn(''), ...pagesIn('methods/'), ...pagesIn('analyses/')];

describe('the pages of methods', () => {
  it('have a title and a question in Chinese, each that an index lists, and none that is not there', () => {
    const known = new Set(paths.map(nameOfPage));
    expect(listed.filter(({ name }) => !(name in TITLES_ZH))).toEqual([]);
    expect(Object.keys(TITLES_ZH).filter((name) => !known.has(name))).toEqual([]);
    for (const { title } of groups) expect(GROUPS_ZH[title], title).toMatch(/\p{Script=Han}/u);
    for (const [name, [, question]] of Object.entries(TITLES_ZH))
      expect(question, name).toMatch(/\p{Script=Han}/u);
  });

  it('are each listed in the index of methods', () => {
    const names = new Set(listed.map(({ name }) => name));
    expect(pagesIn('methods/').filter((path) => !names.has(nameOfPage(path)))).toEqual([]);
  });

  it.each(paths)(
    '%s leads only to pages that there are, and has nothing that a strict policy refuses',
    (path) => {
      const { html, title } = documentOf(read(path), path);
      expect(title).not.toBe(path);
      const { document } = parseHTML(`<html><body>${html}</body></html>`);
      const known = new Set(['', ...paths.map(nameOfPage)]);
      for (const link of document.querySelectorAll('a')) {
        const href = link.getAttribute('href')!;
        if (/^(https?:|#)/.test(href)) continue;
        expect(href).toMatch(/^\/methods/);
        expect(known, href).toContain(href.replace(/#.*$/, '').replace(/^\/methods\/?/, ''));
      }
      expect(document.querySelectorAll('script, style, [style], img, iframe')).toHaveLength(0);
      expect(document.querySelectorAll('h1')).toHaveLength(0);
      expect(html).not.toContain('<!--');
    },
  );

  it('keep their formulas, tables and examples', () => {
    const { document } = parseHTML(
      `<html><body>${documentOf(read('methods/theil.md'), 'methods/theil.md').html}</body></html>`,
    );
    expect(document.querySelector('#formula')?.textContent).toBe('Formula');
    expect(document.querySelector('blockquote sub')?.textContent).toBe('i');
    expect(document.querySelector('pre code')?.textContent).toContain("from 'synopolis/measures'");
  });
});
