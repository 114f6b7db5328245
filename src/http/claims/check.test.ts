import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedWorld, type ServedWorld } from '../../../test/served-world.ts';

let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld();
});
afterAll(async () => {
  await served.close();
});

const GROWTH = {
  text: 'Beijing-Tianjin-Hebei grew by a tenth in 2024',
  figure: 'growth(stat(gdp_nominal, def:jjj_13, 2023), stat(gdp_nominal, def:jjj_13, 2024))',
  operator: 'about',
  value: '10',
  unit: '%',
  as_of: '2024',
  publisher: 'A newspaper',
};

async function checked(fields: Readonly<Record<string, string>>) {
  return served.json(`/api/claims/check?${new URLSearchParams(fields).toString()}`);
}

describe('a claim of the reader’s own', () => {
  it('is held against published figures, and told with what it says and who says it', async () => {
    const { body } = await checked(GROWTH);
    const { rows, totals } = body as {
      rows: readonly Record<string, unknown>[];
      totals: { computed: { all: number } };
    };
    expect(totals.computed.all).toBe(1);
    expect(rows[0]).toMatchObject({
      verdict: 'contradicted',
      figure: { value: expect.closeTo(4.6893, 4) as number, unit: '%' },
      said: { publisher: 'A newspaper' },
      stated: { operator: '≈', value: '10', unit: '%', asOf: '2024', expression: GROWTH.figure },
    });
  });

  it('holds approximately within the tolerance', async () => {
    const { body } = await checked({ ...GROWTH, value: '4.7' });
    expect(body).toMatchObject({ rows: [{ verdict: 'holds approximately' }] });
  });

  it('may be about a region made up on the spot', async () => {
    const own = { ...GROWTH, figure: 'cities(Corridor)', operator: '=', value: '2', unit: 'count' };
    const { body } = await checked({ ...own, region: 'Corridor=cn:1100,cn:1200' });
    expect(body).toMatchObject({ rows: [{ verdict: 'holds', figure: { value: 2 } }] });
  });

  it.each([
    [{ figure: 'stat(gdp_nominal' }, 'figure'],
    [{ figure: 'stat(no_such_metric, cn:1100, 2020)' }, 'no_such_metric'],
    [{ operator: 'roughly' }, 'operator is “roughly”'],
    [{ value: 'ten' }, '“ten” is not a number'],
    [{ unit: 'parsecs', since: '2025' }, 'Unknown unit “parsecs”'],
  ])('is refused with what is wrong with it: %o', async (fields, what) => {
    const { status, body } = await checked({ ...GROWTH, ...fields });
    expect(status).toBe(422);
    expect((body as { detail: string }).detail).toContain(what);
    expect((body as { detail: string }).detail).not.toContain('line');
  });

  it('names every fault there is', async () => {
    const { body } = await checked({ ...GROWTH, unit: 'parsecs', since: '2025' });
    expect((body as { detail: string }).detail).toMatch(/parsecs.*since 2025 is after 2024/s);
  });
});
