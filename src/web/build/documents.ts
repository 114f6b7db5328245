import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { documentOf, groupsOf } from './markdown.ts';

const DOCS = fileURLToPath(new URL('../../../docs', import.meta.url));

/** Lets the application import pages of the documentation: each is a module of its title and its HTML, loaded when gone to. */
export function documents(): Plugin {
  return {
    name: 'documents',
    async load(id) {
      const [file] = id.split('?');
      if (!file.startsWith(`${DOCS}/`) || !file.endsWith('.md')) return null;
      const text = await readFile(file, 'utf8');
      const path = relative(DOCS, file).replaceAll('\\', '/');
      const told = path.endsWith('index.md') ? { groups: groupsOf(text, path) } : documentOf(text, path);
      const code = Object.entries(told).map(
        ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
      );
      return { code: code.join('\n'), moduleType: 'js' };
    },
  };
}
