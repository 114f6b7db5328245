import { existsSync } from 'node:fs';

import { beforeAll, describe, expect, it } from 'vitest';

import { type PreparedInstitution, type PreparedInstitutions, prepareInstitutions } from './prepare.ts';

const folder = '../shared/data/institutions';
const absent = !existsSync(folder);

describe.skipIf(absent)(`the real ROR records${absent ? ` (skipped: there is no ${folder})` : ''}`, () => {
  let prepared: PreparedInstitutions;
  let institutions: PreparedInstitutions['institutions'];
  let report: PreparedInstitutions['report'];
  let byId: ReadonlyMap<string, PreparedInstitution>;
  beforeAll(async () => {
    prepared = await prepareInstitutions({ paths: [`${folder}/ror-records.jsonl.gz`] });
    ({ institutions, report } = prepared);
    byId = new Map(institutions.map((one) => [one.id, one]));
  });

  it('are all read', () => {
    expect(report).toMatchObject({ records: 51_370, repeated: 0, withdrawn: 1_374, severalLocations: 129 });
    expect(report.files).toMatchObject([{ problems: 0 }]);
    expect(prepared.ids).toHaveLength(51_370);
  });

  it('are located, nine in ten of the Chinese ones by the seat of their prefecture', () => {
    const chinese = institutions.filter(({ country }) => country === 'CN');
    const bySeat = chinese.filter(({ locatedBy }) => locatedBy === 'prefecture');
    expect(bySeat.length / chinese.length).toBeGreaterThan(0.93);
    expect(Object.values(report.locatedBy).reduce((a, b) => a + b)).toBe(
      institutions.filter(({ city }) => city !== null).length,
    );
    expect(report.nearest.length / chinese.length).toBeLessThan(0.03);
  });

  it('put the University of Hong Kong in Hong Kong, Xinxiang University in Xinxiang, and each Suzhou’s university in its own', () => {
    expect(byId.get('02zhqgq86')).toMatchObject({
      name: 'University of Hong Kong',
      city: 'cn:8100',
      locatedBy: 'sar',
    });
    expect(byId.get('05qvskn85')).toMatchObject({ city: 'cn:4107', locatedBy: 'override' });
    expect(
      institutions.find(({ name, country }) => name === 'Soochow University' && country === 'CN'),
    ).toMatchObject({ city: 'cn:3205' });
    expect(institutions.find(({ name }) => name === 'Suzhou University')).toMatchObject({
      city: 'cn:3413',
    });
  });

  it('leave no withdrawn record among institutions when its successor is', () => {
    expect(report.followed).toBeGreaterThan(600);
    const institutionOf = new Map(prepared.ids.map(({ id, institution }) => [id, institution]));
    for (const [id, institution] of institutionOf) expect(byId.has(id)).toBe(id === institution);
    expect([...institutionOf].filter(([id, institution]) => id !== institution)).toHaveLength(
      report.followed,
    );
  });

  it('know the umbrellas', () => {
    expect(institutions.find(({ name }) => name === 'Chinese Academy of Sciences')).toMatchObject({
      umbrella: true,
      city: 'cn:1100',
    });
    expect(byId.get('02zhqgq86')).toMatchObject({ umbrella: false });
  });

  it(
    'read the same from the flattened table, but for acronyms and the number of locations',
    { tags: 'full' },
    async () => {
      const flat = await prepareInstitutions({ paths: [`${folder}/ror-flat.csv.gz`] });
      const where = (of: typeof institutions) =>
        of.map(({ id, city, locatedBy, parents }) => ({ id, city, locatedBy, parents }));
      expect(where(flat.institutions)).toEqual(where(institutions));
    },
  );
});
