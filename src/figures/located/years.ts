import type { CoverageRow } from '../../analyses/coverage/sections.ts';
import type { Figure, Told } from '../figure.ts';
import { type Language, percent } from '../../base/index.ts';
import { drawSeries } from '../parts/series.ts';

interface CoverageAnswer extends Told {
  readonly rows: readonly CoverageRow[];
  readonly about: { readonly locatedShare: number | null };
}

/** How much of each year's Share cities got. A count of all works: nothing is resampled, so there is no interval. */
export function locatedYears({ rows, about, told, synthetic }: CoverageAnswer, language: Language): Figure {
  const zh = language === 'zh';
  const years = rows.filter(({ section, located }) => section === 'year' && located !== null);
  const order = years.toSorted((a, b) => a.located! - b.located!);
  const [least, most] = [order.at(0), order.at(-1)];
  const overall = percent(about.locatedShare, language);
  const title =
    least === undefined || most === undefined
      ? zh
        ? '各年已定位的比例'
        : 'Located part by year'
      : zh
        ? `份额的${overall}可定位；各年介于${percent(least.located, 'zh')}（${least.key}年）与${percent(most.located, 'zh')}（${most.key}年）之间`
        : `${overall} of Share could be located; by year between ${percent(least.located, 'en')} (${least.key}) and ${percent(most.located, 'en')} (${most.key})`;
  return {
    name: 'located-by-year',
    title,
    subtitle: zh
      ? '各年份额中已定位到城市的部分。为全部成果的计数，没有区间'
      : 'Part of each year’s Share that cities got. A count of all works: there is no interval',
    about: told,
    synthetic,
    ...(years.length === 0 ? { empty: zh ? '所选条件下没有成果' : 'no works under these filters' } : {}),
    numbers: {
      columns: [
        { title: zh ? '年份' : 'Year' },
        { title: zh ? '论文' : 'Works', digits: 0 },
        { title: zh ? '已定位比例' : 'Located', digits: 4 },
      ],
      rows: years.map(({ key, works, located }) => [key, works, located]),
    },
    draw: (space) =>
      drawSeries(
        space,
        {
          name: title,
          slot: 0,
          points: years.map(({ key, located }) => ({
            year: Number(key),
            value: located,
            ends: null,
            hollow: false,
            text: `${key}: ${percent(located, language)}`,
          })),
        },
        { height: 220, domain: [0, 1], ticks: (value) => percent(value, language) },
      ),
  };
}
