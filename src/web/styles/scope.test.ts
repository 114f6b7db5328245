import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const WEB = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).map((file) => join(WEB, file));
const sheets = files.filter((file) => /pages\/[^/]+\/[^/]+\.css$/.test(file));

/** Classes with which the rules of a sheet begin: `.said .verdict` begins with `said`. */
function begun(sheet: string): Set<string> {
  const rules = readFileSync(sheet, 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  const selectors = [...rules.matchAll(/([^{}]+)\{/g)].flatMap(([, selector]) => selector.split(','));
  return new Set(selectors.flatMap((one) => /^\s*\.([\w-]+)/.exec(one)?.[1] ?? []));
}

/** Texts of code in which a class of that name is given. */
const gives = (code: string, name: string): boolean =>
  new RegExp(`class(?:=|: )[{]?["'\`](?:[^"'\`]* )?${name}[ "'\`]`).test(code);

describe('the style sheet of a page', () => {
  it('is there', () => {
    expect(sheets.length).toBeGreaterThan(8);
  });

  // A sheet stays when its reader goes on to another page: it may style nothing there.
  it.each(sheets.map((sheet) => [relative(WEB, sheet), sheet] as const))(
    '%s styles that page alone',
    (_, sheet) => {
      const own = dirname(sheet);
      const others = files.filter((file) => file.endsWith('.tsx') && dirname(file) !== own);
      const elsewhere = sheets.filter((other) => dirname(other) !== own).map(begun);
      const shared = [...begun(sheet)].filter(
        (name) =>
          elsewhere.some((names) => names.has(name)) ||
          others.some((file) => gives(readFileSync(file, 'utf8'), name)),
      );
      expect(shared).toEqual([]);
    },
  );
});
