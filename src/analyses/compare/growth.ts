import { trendParams } from '../trend/question.ts';
import { trendOf } from '../trend/rows.ts';
import type { CompareRow } from './question.ts';
import { type Comparison, inPercent, rowOf } from './subjects.ts';
import { both, NO_WORKS, UNIT, WHAT } from './texts.ts';

/** How fast the Share of each place grows, beyond that of all works and as it stands, as `trend` has it. */
export async function growthRows({ observatory, given, subjects }: Comparison): Promise<CompareRow[]> {
  const tabled = subjects.filter(({ kinds }) => kinds !== null).map(({ name }) => name.id);
  const { years, field, sector, level, region } = given;
  const place = tabled.length === 0 ? null : tabled;
  const { growth } = await trendOf(
    observatory,
    trendParams.parse({ place, region, years, field, sector, level, by: 'share' }),
  );
  const found = new Map(growth.map((one) => [one.place.id, one]));
  return (['relative', 'plain'] as const).flatMap((which) =>
    subjects.map(({ name }) => {
      const own = found.get(name.id);
      if (own === undefined)
        return rowOf('growth', WHAT[which], name, { unit: UNIT.percentYear, reason: NO_WORKS });
      const years = `${own.from}–${own.to}`;
      return rowOf('growth', WHAT[which], name, {
        ...inPercent(own[which]),
        reason: both(own[which].reason),
        unit: UNIT.percentYear,
        note: { en: years, zh: years },
      });
    }),
  );
}
