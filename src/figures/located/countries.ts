import type { CoverageRow } from '../../analyses/coverage/sections.ts';
import type { Figure, Told } from '../figure.ts';
import { type Language, list, number, percent } from '../../base/index.ts';
import { AMOUNT } from '../palette.ts';
import { drawWhiskers } from '../parts/whiskers.ts';

interface CoverageAnswer extends Told {
  readonly rows: readonly CoverageRow[];
}

/** From here on a country counts as located. */
const WELL = 0.95;

/** How much of the Share of each country cities got, the countries with most Share first. */
export function locatedCountries({ rows, told, synthetic }: CoverageAnswer, language: Language): Figure {
  const zh = language === 'zh';
  const countries = rows.filter(({ section, located }) => section === 'country' && located !== null);
  const known = countries.filter(({ key }) => key !== 'unknown');
  const name = ({ key, name, nameZh }: CoverageRow): string =>
    key === 'unknown' ? (zh ? '国家不明' : 'country unknown') : ((zh ? nameZh : null) ?? name ?? key);
  const poor = known.filter(({ located }) => located! < WELL);
  const lost = countries.find(({ key }) => key === 'unknown') ?? null;
  const first = zh
    ? poor.length === 0
      ? `份额最多的${known.length}个国家都至少定位了${percent(WELL, 'zh')}`
      : `份额最多的${known.length}个国家中，${list(poor.map(name), 'zh')}定位不足${percent(WELL, 'zh')}`
    : poor.length === 0
      ? `Of each of the ${known.length} countries with most Share at least ${percent(WELL, 'en')} is located`
      : `Of the ${known.length} countries with most Share, less than ${percent(WELL, 'en')} is located of ${list(poor.map(name), 'en')}`;
  const second =
    lost === null
      ? ''
      : zh
        ? `；另有份额${number(lost.share, 'zh')}篇不知属于哪个国家`
        : `; of ${number(lost.share, 'en')} works of Share not even the country is known`;
  return {
    name: 'located-by-country',
    title: known.length === 0 ? (zh ? '各国已定位的比例' : 'Located part by country') : `${first}${second}`,
    subtitle: zh
      ? '各国份额中已定位到城市的部分，份额大者在前。为全部成果的计数，没有区间'
      : 'Part of each country’s Share that cities got, the largest first. A count of all works: there is no interval',
    about: told,
    synthetic,
    ...(countries.length === 0 ? { empty: zh ? '所选条件下没有成果' : 'no works under these filters' } : {}),
    numbers: {
      columns: [
        { title: zh ? '代码' : 'Code' },
        { title: zh ? '国家' : 'Country' },
        { title: zh ? '份额（篇）' : 'Share, in works', digits: 1 },
        { title: zh ? '已定位比例' : 'Located', digits: 4 },
      ],
      rows: countries.map((row) => [
        row.key === 'unknown' ? null : row.key,
        name(row),
        row.share,
        row.located,
      ]),
    },
    draw: (space) =>
      drawWhiskers(
        space,
        [
          {
            name: zh ? '已定位比例' : 'Located',
            colour: AMOUNT,
            shape: 0,
            marks: countries.map((row) => ({
              label: name(row),
              value: row.located,
              ends: null,
              faded: false,
              text: percent(row.located, language),
            })),
          },
        ],
        { language, reference: 0, ticks: (value) => percent(value, language) },
      ),
  };
}
