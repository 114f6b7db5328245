import { afterAll, describe, expect, it } from 'vitest';
import { Bench, rowsOf } from '../../test/observatory/observatories.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import type { Manifest } from './manifest.ts';
import { QUIET } from './options.ts';

const bench = new Bench();
afterAll(() => bench.dispose());
const institutions = [bench.text('institutions.jsonl', openAlexLines())];
const YEARS = [-5, 0, 202, 1499, 1500, 2019, 2020, 2027, 2028, 9999, 20024];
const works = [
  bench.works(
    'works.jsonl',
    YEARS.map((publication_year, i) => work(i + 1, [[5]], { publication_year })),
  ),
];
const on = (day: string, out: string): Promise<Manifest> =>
  bench.build({ works, institutions, out: bench.path(out) }, { ...QUIET, today: () => new Date(day) });

describe('years that no work can bear', () => {
  it('are those before 1500 and after the year that follows the build: left out, counted, and told', async () => {
    const { records, plausibleYears } = await on('2026-03-01', 'window');
    expect(records.dropped).toEqual({ 'implausible year': 7 });
    expect(records.kept).toBe(4);
    expect(plausibleYears).toEqual({ from: 1500, to: 2027 });
    const kept = await rowsOf(bench.path('window'), 'works', ['year']);
    expect(kept.map(({ year }) => year)).toEqual([1500, 2019, 2020, 2027]);
  });

  it('may be borne later: then the file is read again, and only then', async () => {
    await on('2026-03-01', 'later');
    const same = await on('2026-12-31', 'later');
    expect(same.works[0].reused).toBe(true);
    const next = await on('2027-01-01', 'later');
    expect(next.works[0].reused).toBe(false);
    expect(next.records.kept).toBe(5);
    // The next year in the file is far off.
    expect((await on('2028-01-01', 'later')).works[0].reused).toBe(true);
  });
});
