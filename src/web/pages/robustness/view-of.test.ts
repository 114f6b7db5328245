import { describe, expect, it } from 'vitest';
import type { Sensitivity, Setting } from '../../../analyses/sensitivity/question.ts';
import { viewOf } from './view-of.ts';

type Asked = Pick<Sensitivity, 'tested' | 'place'>;
const of = (tested: Asked['tested'], kind: Asked['place']['kind']): Asked => ({
  tested,
  place: { id: 'any', kind, name: 'Any', nameZh: null, country: null },
});
const row = (setting: Partial<Setting>, headline = 'rank') => ({
  headline,
  name: 'Any',
  setting: {
    ...{ place: 'cn:3205', by: null, counting: null, coaffiliation: null, capped: null, years: null },
    ...setting,
  },
});

describe('the view of a choice', () => {
  it('of a city’s rank is the overview with the city selected, by the measure and in the years', () => {
    expect(viewOf(of('ranking', 'city'), row({ by: 'count' }))).toEqual({
      to: '/',
      with: { by: 'count', places: 'cn:3205', definition: null },
    });
    expect(
      viewOf(of('ranking', 'city'), row({ by: 'share', years: { from: 2015, to: 2019 } }))?.with,
    ).toEqual({ by: null, years: '2015-2019', places: 'cn:3205', definition: null });
  });

  it('of a region’s links is where they are told: by definition, or as another place', () => {
    const links = { counting: 'full', coaffiliation: true, capped: false } as const;
    const delta = row({ ...links, place: 'def:yrd_27_central' }, 'observed/expected');
    expect(viewOf(of('links', 'region'), delta)).toEqual({
      to: '/coordination',
      with: { counting: null, definition: 'def:yrd_27_central' },
    });
    const first = row({ ...links, counting: 'score', place: 'cn-p:32' }, 'first pair');
    expect(viewOf(of('links', 'province'), first)).toEqual({
      to: '/network',
      with: { counting: 'score', of: 'cn-p:32' },
    });
  });

  it('of anything else is its place', () => {
    expect(viewOf(of('balance', 'region'), row({ place: 'def:jjj_13', by: 'count' }))?.to).toBe(
      '/place/def:jjj_13',
    );
  });

  it('of a region of one’s own is where such regions are told', () => {
    const own = { place: 'adhoc:Any', by: 'share' } as const;
    expect(viewOf(of('ranking', 'region'), row(own))).toEqual({
      to: '/regions',
      with: { by: null, of: 'Any' },
    });
    const links = { ...own, by: null, counting: 'full', coaffiliation: true, capped: false } as const;
    expect(viewOf(of('links', 'region'), row(links))?.with).toEqual({ counting: null, of: 'Any' });
  });

  it('is none where no page has the choice', () => {
    const links = { counting: 'full', coaffiliation: true, capped: false } as const;
    for (const setting of [{ coaffiliation: false }, { capped: true }])
      expect(viewOf(of('links', 'region'), row({ ...links, ...setting }))).toBeNull();
    expect(viewOf(of('links', 'city'), row({ ...links, counting: 'score' }, 'first pair'))).toBeNull();
  });
});
