// Reads vitest's JSON report: prints how many tests passed and how many failed, and writes of each that failed its file,
// its name and the first lines of its error. A file that failed as a whole, with none of its tests, is one failure.
// node tools/failed-tests.mjs REPORT.json FAILED.txt
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import process from 'node:process';

const [reportPath, failedPath] = process.argv.slice(2);
const report = JSON.parse(readFileSync(reportPath, 'utf8'));
const LINES = 12;
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const first = (text) =>
  text
    .replaceAll(colours, '')
    .split('\n')
    .filter((line) => !line.includes('node_modules'))
    .slice(0, LINES)
    .join('\n    ');

let passed = 0;
const failed = [];
for (const file of report.testResults) {
  const name = relative(process.cwd(), file.name);
  const bad = file.assertionResults.filter(({ status }) => status === 'failed');
  passed += file.assertionResults.filter(({ status }) => status === 'passed').length;
  for (const test of bad)
    failed.push(`${name}: ${test.fullName}\n    ${first(test.failureMessages.join('\n'))}\n`);
  if (file.status === 'failed' && bad.length === 0)
    failed.push(`${name}\n    ${first(file.message ?? '')}\n`);
}
writeFileSync(failedPath, failed.join(''));
process.stdout.write(`${passed} ${failed.length}\n`);
