import { readdirSync, readFileSync } from 'fs';
import { runInThisContext } from 'vm';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { describe, expect, it } from 'vitest';
import * as measures from './index.ts';

const folder = new URL('../../docs/methods/', import.meta.url);
const PAGES = readdirSync(folder).filter((page) => page.endsWith('.md') && page !== 'index.md');

/** The TypeScript blocks of a page, as one reads them. */
function blocks(page: string): string[] {
  const text = readFileSync(new URL(page, folder), 'utf8');
  return [...text.matchAll(/```ts\n(.*?)```/gs)].map((match) => match[1]);
}

/** A value as the pages print it: JSON, numbers rounded to four decimals. */
function print(value: unknown): string {
  const plain = ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
  return JSON.stringify(plain, (_, part: unknown) =>
    typeof part === 'number' ? Number(part.toFixed(4)) : part,
  );
}

/** Runs a block with its import from 'synopolis/measures' bound to the source; collects `expression; // → value`. */
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
    require: (name: string) => typeof measures,
    claim: (value: unknown, claimed: string) => void,
  ) => void;
  const require = (name: string): typeof measures => {
    if (name !== 'synopolis/measures') throw new Error(`a page imports ${name}`);
    return measures;
  };
  program({}, require, (value, claimed) => claims.push({ claimed, actual: print(value) }));
  return claims;
}

describe.each(PAGES)('the code of docs/methods/%s', (page) => {
  it('runs and gives what it says', () => {
    const claims = blocks(page).flatMap(run);
    expect(claims.length).toBeGreaterThan(0);
    for (const { claimed, actual } of claims) expect(actual).toBe(claimed);
  });
});
