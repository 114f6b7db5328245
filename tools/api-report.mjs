// What the package exports, entry by entry, as its declarations in `dist` say it: a change of the public interface shows in
// tools/api-report.txt, and a test fails until the report is written anew.
//   node tools/api-report.mjs            writes the report
//   node tools/api-report.mjs --check    fails where the report is not that of dist
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const REPORT = fileURLToPath(new URL('api-report.txt', import.meta.url));
const ENTRIES = {
  synopolis: 'index',
  'synopolis/measures': 'measures/index',
  'synopolis/effects': 'effects/index',
  'synopolis/places': 'places/addresses/index',
};

/** Characters of a declaration that are shown at most. */
const LONGEST = 300;

const printer = ts.createPrinter({ removeComments: true });

/** A declaration in a line, without comments and `export`; of a long one its beginning and a hash of the whole. */
function lineOf(declaration) {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const text = printer.printNode(ts.EmitHint.Unspecified, statement, statement.getSourceFile());
  const line = text
    .replace(/^export (default )?/, '')
    .replace(/^declare /, '')
    .replace(/\s+/g, ' ');
  if (line.length <= LONGEST) return line;
  return `${line.slice(0, LONGEST)}… ${createHash('sha256').update(line).digest('hex').slice(0, 12)}`;
}

function report() {
  const files = Object.values(ENTRIES).map((entry) => `${root}dist/${entry}.d.ts`);
  const program = ts.createProgram(files, { module: ts.ModuleKind.NodeNext, skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  const sections = Object.keys(ENTRIES).map((name, i) => {
    const source = program.getSourceFile(files[i]);
    if (source === undefined) throw new Error('There is no dist: run npm run build first.');
    const lines = checker
      .getExportsOfModule(checker.getSymbolAtLocation(source))
      .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap(({ declarations = [] }) => declarations)
      .map(lineOf);
    return `# ${name}\n\n${lines.join('\n')}\n`;
  });
  return sections.join('\n');
}

const now = report();
if (!process.argv.includes('--check')) writeFileSync(REPORT, now);
else if (readFileSync(REPORT, 'utf8') !== now) {
  const before = new Set(readFileSync(REPORT, 'utf8').split('\n'));
  const lines = now.split('\n').filter((line) => !before.has(line));
  process.stderr.write(
    `The public interface is not that of tools/api-report.txt. Where this is meant, run node tools/api-report.mjs.\n${lines.slice(0, 20).join('\n')}\n`,
  );
  process.exitCode = 1;
}
