import { expect, test } from 'vitest';
import { withFile } from '../../test/claims/claims-file.ts';
import { asCsv, asYaml, manyClaims } from '../../test/claims/many-claims.ts';
import { Facts } from '../facts/index.ts';
import { checkClaims } from './check.ts';
import { ledger } from './ledger.ts';
import { readClaims } from './read-claims.ts';
import { withoutObservatory } from './world.ts';

test('ten thousand claims are all checked, as YAML and as a table alike', { tags: 'full' }, async () => {
  const claims = manyClaims(10_000);
  const facts = await Facts.open();
  const results = [];
  for (const [name, text] of [
    ['many.yaml', asYaml(claims)],
    ['many.csv', asCsv(claims)],
  ] as const) {
    const file = await withFile(name, text, readClaims);
    const { checked, faults } = await checkClaims(file, withoutObservatory(facts));
    expect(faults).toEqual([]);
    expect(checked.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
    results.push(checked);
  }
  expect(results[1]).toEqual(results[0]);
  const { computed } = ledger(results[0]);
  expect(computed.all).toBe(10_000);
  // No figure that they ask for is missing, and they are made so that some are true and some are not.
  expect(computed.by['cannot be checked']).toBe(0);
  expect(Math.min(computed.by.holds, computed.by.contradicted)).toBeGreaterThan(1000);
});
