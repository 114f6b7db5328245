// Times claims over the shipped statistics, read and checked, as YAML and as a table, and how the time grows.
//   node --import tsx bench/claims.mjs [--growth 2500,5000,10000] [--runs 5]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkClaims, readClaims, withoutObservatory } from '../src/claims/index.ts';
import { Facts } from '../src/facts/index.ts';
import { asCsv, asYaml, manyClaims } from '../test/claims/many-claims.ts';
import { columns, median } from './measure.mjs';
import { numbers, options } from './options.mjs';

const usage = 'node --import tsx bench/claims.mjs [--growth 2500,5000,10000] [--runs 5]';
const { growth, runs } = options({ growth: '2500,5000,10000', runs: 5 }, usage);
const folder = mkdtempSync(join(tmpdir(), 'synopolis-bench-claims-'));
const facts = await Facts.open();
const rows = [];
try {
  for (const count of numbers(growth)) {
    const claims = manyClaims(count);
    for (const [name, text] of Object.entries({ 'many.yaml': asYaml(claims), 'many.csv': asCsv(claims) })) {
      const file = join(folder, name);
      writeFileSync(file, text);
      const [reading, checking] = [[], []];
      // The first round warms the compiler.
      for (let run = 0; run <= runs; run++) {
        const begun = performance.now();
        const read = await readClaims(file);
        const between = performance.now();
        const { checked, faults } = await checkClaims(read, withoutObservatory(facts));
        if (checked.length !== count || faults.length > 0)
          throw new Error(`${checked.length} of ${count} were checked`);
        if (run === 0) continue;
        reading.push((between - begun) / 1000);
        checking.push((performance.now() - between) / 1000);
      }
      const seconds = median(reading) + median(checking);
      rows.push([
        String(count),
        name.slice(5),
        (text.length / 1e6).toFixed(1),
        median(reading).toFixed(2),
        median(checking).toFixed(2),
        seconds.toFixed(2),
        ((seconds / count) * 1e6).toFixed(0),
      ]);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(columns([['claims', 'file', 'MB', 'read s', 'check s', 'seconds', 'µs each'], ...rows]));
