import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../places/csv.ts';
import { Facts } from './facts.ts';
import { figure } from './figure.ts';
import { convert } from './unit.ts';

const file = '../shared/facts/statistics.csv';
const absent = !existsSync(file);
const PLACES: Readonly<Record<string, string>> = {
  'Jing-Jin-Ji': 'def:jjj_13',
  'Yangtze River Delta (41)': 'def:yrd_41',
};

/** Sums that a person worked out from the rows of parts, by the columns of the file. */
function sumsByHand(): Record<string, string>[] {
  const [{ cells: header }, ...rows] = csvRecords(readFileSync(file, 'utf8'), file);
  return rows
    .map(({ cells }) => Object.fromEntries(header.map((column, i) => [column, cells[i]])))
    .filter(({ status, source }) => status === 'derived' && source.startsWith('sum of'));
}

describe.skipIf(absent)(
  `sums worked out by hand from the parts${absent ? ` (skipped: there is no ${file})` : ''}`,
  async () => {
    const facts = await Facts.open();
    const rows = absent ? [] : sumsByHand();

    it('are thirty, of two regions', () => {
      expect(rows).toHaveLength(30);
      expect(new Set(rows.map(({ region }) => region))).toEqual(new Set(Object.keys(PLACES)));
    });

    it.each(rows.map((row) => [`${row.metric} of ${row.region} ${row.year}, ${row.vintage}`, row] as const))(
      '%s: is what the parts sum to',
      (_, row) => {
        const found = figure(facts, {
          metric: row.metric,
          place: PLACES[row.region],
          year: Number(row.year),
          vintage: row.vintage || '2020 census',
        });
        expect(found.from.length).toBeGreaterThan(2);
        expect(convert(found.value!, found.unit, row.unit)).toBe(Number(row.value));
      },
    );
  },
);
