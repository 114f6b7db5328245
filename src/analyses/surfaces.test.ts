import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Texts of a source: what stands in quotes, comments left out. */
function textsOf(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return code.match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? [];
}

it('no text of an analysis names a flag: a page and a program that asks over HTTP have none', () => {
  const files = readdirSync('src/analyses', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const texts = files.flatMap((file) => textsOf(readFileSync(join('src/analyses', file), 'utf8')));
  expect(texts.length).toBeGreaterThan(2000);
  expect(texts.filter((text) => /(?<![\w-])--[a-z]/.test(text))).toEqual([]);
});
