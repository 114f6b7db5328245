import { describe, expect, it } from 'vitest';
import { checkClaims, claimOfFields, claimRow, withoutObservatory } from '../../../claims/index.ts';
import { Facts } from '../../../facts/index.ts';
import { expressionOf, type Kind, lacking, type Parts, UNIT_OF } from './expression.ts';

const PARTS: Parts = {
  kind: 'figure',
  metric: 'gdp_nominal',
  place: 'def:jjj_13',
  whole: 'x:mainland-china',
  year: '2024',
  from: '2023',
  own: '',
};

describe('the form’s expressions', () => {
  it('lack what was not given, and are none until then', () => {
    expect(lacking({ ...PARTS, year: ' ' })).toEqual(['year']);
    expect(expressionOf({ ...PARTS, kind: 'share', whole: '' })).toBeNull();
    expect(expressionOf({ ...PARTS, kind: 'own' })).toBeNull();
  });

  it('ask an observatory for some years, one, or all', () => {
    const rank = { ...PARTS, kind: 'rank', place: 'cn:3205' } as const;
    expect(expressionOf(rank)).toBe('rank_of(cn:3205, years="2023-2024")');
    expect(expressionOf({ ...rank, from: '' })).toBe('rank_of(cn:3205, years="2024")');
    expect(expressionOf({ ...rank, from: '', year: '' })).toBe('rank_of(cn:3205)');
  });

  it.each<[Kind, string, number | null]>([
    ['figure', '100m CNY', 115394.3],
    ['growth', '%', 4.6893],
    ['share', '%', 8.5],
    ['rank', 'rank', null],
    ['together', '', null],
  ])('are claims that can be checked: %s', async (kind, unit, value) => {
    const place = kind === 'rank' ? 'cn:3205' : PARTS.place;
    const figure = expressionOf({ ...PARTS, kind, place })!;
    const given = { id: 'own', text: 'Said', publisher: '–', operator: 'about', value: '1', figure };
    const said = UNIT_OF[kind] ?? unit;
    const { checked, faults } = await checkClaims(
      claimOfFields({ ...given, unit: said }),
      withoutObservatory(await Facts.open()),
    );
    expect(faults).toEqual([]);
    const found = checked[0].figure?.value ?? null;
    if (value === null) expect(claimRow(checked[0], 'en').missing.join()).toContain('needs an observatory');
    else expect(Number(found) / value).toBeCloseTo(1, 1);
  });
});
