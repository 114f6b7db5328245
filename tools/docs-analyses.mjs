// Makes docs/analyses/ from the declarations of the analyses, a page each and a list, so that no page can drift. Needs `npm run build`.
//   node tools/docs-analyses.mjs [--check]
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as library from '../dist/analyses/index.js';
import { formOf } from '../dist/analyses/form/index.js';
import { parametersOf } from '../dist/analyses/parameters/index.js';
import { listOf, pageOf, sharedRows } from './analysis-page.mjs';
import { publish, root } from './docs-page.mjs';

const { ANALYSES } = library;
const folder = join(root, 'docs/analyses');
mkdirSync(folder, { recursive: true });
/** What the library calls a declaration. */
const nameOf = (analysis) => Object.keys(library).find((name) => library[name] === analysis);

const declared = ANALYSES.map((analysis) => ({
  analysis,
  parameters: parametersOf(analysis.params),
  form: formOf(analysis),
}));
const shared = sharedRows(declared);
for (const { analysis, parameters, form } of declared) {
  const page = pageOf(analysis, parameters, form, nameOf(analysis), shared);
  await publish(`docs/analyses/${analysis.id}.md`, page, 'docs-analyses.mjs');
}
await publish('docs/analyses/index.md', listOf(ANALYSES, shared), 'docs-analyses.mjs');

const known = new Set(['index.md', ...ANALYSES.map(({ id }) => `${id}.md`)]);
for (const page of readdirSync(folder).filter((file) => !known.has(file))) {
  if (process.argv.includes('--check')) {
    console.error(
      `docs/analyses/${page} is of no analysis. Run: npm run build && node tools/docs-analyses.mjs`,
    );
    process.exitCode = 1;
  } else rmSync(join(folder, page));
}
