// Writes a generated page of docs/, or with --check says whether the one that stands is what it would write.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A page as prettier would have it, so that linting and generating never disagree. */
export async function formatted(page, text) {
  return format(text, { ...(await resolveConfig(join(root, page))), parser: 'markdown' });
}

/** Writes a page, or with --check says whether it is another. */
export async function publish(page, text, tool) {
  const path = join(root, page);
  const wanted = await formatted(page, text);
  if (!process.argv.includes('--check')) {
    writeFileSync(path, wanted);
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== wanted) {
    console.error(`${page} is not what its source says. Run: npm run build && node tools/${tool}`);
    process.exitCode = 1;
  }
}

/** Text that must not start a column of a Markdown table, nor an element of Vue; an example's address is no link. */
export const cell = (text) =>
  text
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/https?:\/\/\S+/g, '`$&`');
