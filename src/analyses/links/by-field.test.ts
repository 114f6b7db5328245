import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { sql } from '../../engine/sql.ts';
import { links } from './analysis.ts';
import type { Links } from './question.ts';
import type { Step } from '../progress.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 5 });
});
afterAll(() => world.close());

const PAIR = { place: 'cn:1100', with: 'cn:3100' };
const ask = (params: Record<string, unknown>, tell?: (step: Step) => void): Promise<Links> =>
  links.run(world.observatory, links.params.parse({ ...PAIR, ...params }), tell);

describe('a link by field', () => {
  it('has a row for each field with joint works, counted work by work', async () => {
    const { rows } = await ask({ by: 'field', capped: true });
    const due = await world.observatory.query<{ field: number; works: number }>(sql`
      SELECT coalesce(f.parent, 0) AS field, count(*) AS works
      FROM work_cities a JOIN work_cities b ON a.work = b.work
      LEFT JOIN fields f ON f.level = 'subfield' AND f.id = a.subfield AND f.id <> 0
      WHERE a.city = 'cn:1100' AND b.city = 'cn:3100' GROUP BY 1 ORDER BY works DESC, field`);
    expect(due.length).toBeGreaterThan(3);
    expect(rows.map(({ field, works }) => ({ field: field!.id, works }))).toEqual(due);
  });

  it('is in every number what the link is when that field is asked for', async () => {
    const { rows } = await ask({ by: 'field', counting: 'score', years: { from: 2015, to: 2018 } });
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows.slice(0, 4)) {
      const { field, ...own } = row;
      const key = field!.id === 0 ? 'none' : `field:${field!.id}`;
      const alone = await ask({ field: key, counting: 'score', years: { from: 2015, to: 2018 } });
      expect(alone.rows).toEqual([{ ...own, field: null }]);
    }
  });

  it('is of the fields below the one that is asked for, and of the region’s cities together', async () => {
    const subfields = await ask({ place: 'jjj_13', with: 'yrd_41', by: 'subfield', field: 'domain:3' });
    const parents = await world.observatory.query<{ id: number }>(sql`
      SELECT s.id FROM fields s JOIN fields f ON f.level = 'field' AND f.id = s.parent
      WHERE s.level = 'subfield' AND f.parent = 3`);
    expect(subfields.rows.length).toBeGreaterThan(0);
    for (const { field } of subfields.rows) expect(parents.map(({ id }) => id)).toContain(field!.id);
    const whole = await ask({ place: 'jjj_13', with: 'yrd_41', field: 'domain:3' });
    expect(subfields.rows.reduce((sum, { works }) => sum + works, 0)).toBe(whole.rows[0].works);
  });

  it('tells each field before it is counted', async () => {
    const steps: Step[] = [];
    const { rows } = await ask({ by: 'field', capped: true }, (step) => steps.push(step));
    expect(steps.map(({ done, of }) => [done, of])).toEqual(rows.map((_, i) => [i, rows.length]));
    expect(new Set(steps.map(({ what }) => what.en))).toEqual(new Set(rows.map(({ field }) => field!.name)));
  });

  it('is not asked of fields above the one that is asked for', async () => {
    await expect(ask({ field: '1702', by: 'field' })).rejects.toThrow(/is a subfield and lies in one field/);
  });

  it('has no row where two places have nothing in common', async () => {
    const { rows } = await ask({ by: 'subfield', years: { from: 1990, to: 1990 } });
    expect(rows).toEqual([]);
  });
});
