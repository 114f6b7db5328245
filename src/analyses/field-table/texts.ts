import { sql } from '../../engine/sql.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import type { Bilingual } from '../../base/index.ts';
import type { Population } from '../population/population.ts';
import { LEAST_CITIES, type Relating } from './reference.ts';

export const ONE_FIELD: Bilingual = {
  en: 'there is one field under these filters, so that nothing is more than elsewhere',
  zh: '所选条件下只有一个领域，无从比较',
};
export const FEW_CITIES: Bilingual = {
  en: 'too few cities have enough works to tell which fields go together',
  zh: '成果足够的城市过少，无法判断哪些领域相互关联',
};

/** Of intervals of what hangs on thresholds. */
export const ONE_SIDED: Bilingual = {
  en: 'drawn intervals may lie to one side of their number, or miss it: where most fields are small, chance lifts more of them over the threshold than it takes away',
  zh: '抽取所得区间可能偏在数值一侧，甚至不含该数值：小领域居多时，偶然使更多领域越过门槛，而非跌出',
};

export function ruleNote({
  threshold,
  least,
}: {
  readonly threshold: number;
  readonly least: number;
}): Bilingual {
  return {
    en: `specialised: a location quotient of ${threshold} or more with a Share of ${least} or more; the threshold is a convention`,
    zh: `专长：区位商不低于${threshold}且份额不低于${least}；门槛只是惯例`,
  };
}

/** Which cities say what goes together. */
export function relatingNote(relating: Relating | null, enough: number): Bilingual {
  if (relating === null)
    return {
      en: `which fields go together is not told: fewer than ${LEAST_CITIES} cities have ${enough} works or more`,
      zh: `未判断哪些领域相互关联：成果不少于${enough}篇的城市不足${LEAST_CITIES}个`,
    };
  const { cities, withOwn } = relating;
  return withOwn
    ? {
        en: `which fields go together is told by the ${cities.length} cities with ${enough} works or more, those asked about among them, as fewer than ${LEAST_CITIES} lie outside: density is then partly told by the place itself`,
        zh: `领域关联由成果不少于${enough}篇的${cities.length}个城市判断，含所问城市（其外不足${LEAST_CITIES}个）：关联密度部分由其自身决定`,
      }
    : {
        en: `which fields go together is told by ${cities.length} cities with ${enough} works or more outside the places asked about`,
        zh: `领域关联由所问地点以外、成果不少于${enough}篇的${cities.length}个城市判断`,
      };
}

/** How much of the works' Share is left out because no field is known. */
export async function withoutField(observatory: Observatory, population: Population): Promise<Bilingual[]> {
  if (population.field !== null) return [];
  const [{ part }] = await observatory.query<{ part: number | null }>(sql`
    SELECT CAST(sum(CASE WHEN w.subfield = 0 THEN w.located ELSE 0 END) AS DOUBLE) / ${WORK}
      / nullif(CAST(sum(w.located) AS DOUBLE) / ${WORK}, 0) AS part
    FROM works w WHERE ${population.aggregateFilter('w')}`);
  if (part === null || part === 0) return [];
  const percent = (part * 100).toFixed(1);
  return [
    {
      en: `works without a field are left out: ${percent} % of what cities got`,
      zh: `不含没有领域的成果：占城市所得份额的${percent}%`,
    },
  ];
}
