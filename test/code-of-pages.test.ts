import { readdirSync, readFileSync } from 'fs';
import { runInThisContext } from 'vm';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { describe, expect, it } from 'vitest';
import * as effects from '../src/effects/index.ts';
import * as measures from '../src/measures/index.ts';

const docs = new URL('../docs/', import.meta.url);
const pagesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, docs))
    .filter((page) => page.endsWith('.md'))
    .map((page) => folder + page);
/** Every page of a method has code; a page by question may have. */
const PAGES = [
  ...pagesIn('methods/').filter((page) => page !== 'methods/index.md'),
  ...pagesIn('./').filter((page) => blocks(page).length > 0),
];
/** What pages may import: the arithmetic, which needs no observatory. */
const LIBRARIES = { 'synopolis/measures': measures, 'synopolis/effects': effects };

/** The TypeScript blocks of a page, as one reads them. */
function blocks(page: string): string[] {
  const text = readFileSync(new URL(page, docs), 'utf8');
  return [...text.matchAll(/```ts\n(.*?)```/gs)].map((match) => match[1]);
}

/** A value as the pages print it: JSON, numbers rounded to four decimals. */
function print(value: unknown): string {
  const plain = ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
  return JSON.stringify(plain, (_, part: unknown) =>
    typeof part === 'number' ? Number(part.toFixed(4)) : part,
  );
}

/** Runs a block with its imports bound to the source; collects `expression; // → value`. */
function run(block: string): { claimed: string; actual: string }[] {
  const claims: { claimed: string; actual: string }[] = [];
  const claiming = block.replace(
    /^(\S.*); \/\/ → (.*)$/gm,
    (_, expression: string, claimed: string) => `claim(${expression}, ${JSON.stringify(claimed)});`,
  );
  expect(claiming, 'a value stands where none is compared').not.toContain('// →');
  const { outputText } = transpileModule(claiming, {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 },
  });
  const program = runInThisContext(`(exports, require, claim) => {\n${outputText}\n}`) as (
    exports: object,
    require: (name: string) => object,
    claim: (value: unknown, claimed: string) => void,
  ) => void;
  const require = (name: string): object => {
    if (!Object.hasOwn(LIBRARIES, name)) throw new Error(`a page imports ${name}`);
    return LIBRARIES[name as keyof typeof LIBRARIES];
  };
  program({}, require, (value, claimed) => claims.push({ claimed, actual: print(value) }));
  return claims;
}

it('is found on pages by question, and on all the pages of methods', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['./did-it-change.md', './what-may-i-say.md']));
  expect(PAGES.length).toBeGreaterThan(90);
});

describe.each(PAGES)('the code of docs/%s', (page) => {
  it('runs and gives what it says', () => {
    const claims = blocks(page).flatMap(run);
    expect(claims.length).toBeGreaterThan(0);
    for (const { claimed, actual } of claims) expect(actual).toBe(claimed);
  });
});
