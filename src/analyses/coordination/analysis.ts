import { inBoth, type Language, type Message, nameIn, sayReason } from '../../base/index.ts';
import { defineAnalysis, type ResultColumn } from '../analysis.ts';
import { type Coordination, coordinationParams, type CoordinationRow } from './question.ts';
import { coordinationOf } from './rows.ts';
import { messages } from './messages.ts';
import { messages as outputMessages } from '../output/messages.ts';
import type { Estimate } from '../output/estimate.ts';
import { sayYears } from '../population/year-windows.ts';

type Column = ResultColumn<CoordinationRow, Coordination>;

const ESTIMATES = [
  'intraShare',
  'ratio',
  'pairWeight',
  'throughFirst',
  'slope',
  'entropy',
  'gini',
  'kmInside',
  'kmOutside',
  'citiesPerWork',
] as const satisfies readonly (keyof CoordinationRow)[];

/** A figure with both ends of its interval; a printed table has what `print` says of it. */
function estimate(
  id: (typeof ESTIMATES)[number],
  [en, zh]: readonly [string, string],
  digits: number,
  print: 'whole' | 'value' | 'aside' = 'value',
): Column[] {
  const of = (row: CoordinationRow): Estimate => row[id];
  const aside = (shown: boolean): Pick<Column, 'aside'> => (shown ? {} : { aside: () => true });
  const end = (i: 0 | 1): Column => ({
    id: `${id}${i === 0 ? 'Low' : 'High'}`,
    title: i === 0 ? { en: 'from', zh: '下限' } : { en: 'to', zh: '上限' },
    digits,
    ...aside(print === 'whole'),
    value: (row) => of(row).interval?.[i] ?? null,
  });
  return [
    { id, title: { en, zh }, digits, ...aside(print !== 'aside'), value: (row) => of(row).value },
    end(0),
    end(1),
  ];
}

const BETWEEN = inBoth({ en: '; ', zh: '；' });

/** Why figures of a row that lack something lack it. */
function reasons(
  row: CoordinationRow,
  lacking: (one: Estimate) => boolean,
  language: Language = 'en',
): string | null {
  const own = ESTIMATES.map((name) => row[name]).filter(lacking);
  const found = new Set(own.flatMap(({ reason }) => sayReason(reason, language) ?? []));
  return found.size === 0 ? null : [...found].join(BETWEEN[language]);
}

export const coordination = defineAnalysis({
  id: 'coordination',
  title: { en: 'Coordination', zh: '协同' },
  description: {
    en: 'How a region’s cities work together through the years: how much stays inside and whether that is more than to be expected, density, polycentricity, inequality and distance, beside peers, with its policies marked.',
    zh: '一个区域的城市历年如何协同：合作留在区域内的比重及是否高于期望、网络密度、多中心性、不均衡程度与合作距离，可与对照区域并列，并标出政策。',
  },
  params: coordinationParams,
  example: { place: 'yrd_41' },
  columns: [
    {
      id: 'place',
      title: { en: 'Region', zh: '区域' },
      value: (row: CoordinationRow, language) => nameIn(row.place, language),
    },
    {
      id: 'id',
      title: { en: 'Id', zh: '编号' },
      aside: () => true,
      value: (row: CoordinationRow) => row.place.id,
    },
    { id: 'years', title: { en: 'Years', zh: '年份' }, value: (row: CoordinationRow) => sayYears(row.years) },
    {
      id: 'cities',
      title: { en: 'Cities', zh: '城市数' },
      digits: 0,
      aside: () => true,
      value: (row: CoordinationRow) => row.cities,
    },
    {
      id: 'jointWorks',
      title: { en: 'Joint works', zh: '合作成果' },
      digits: 0,
      value: (row: CoordinationRow) => row.jointWorks,
    },
    ...estimate('intraShare', ['Inside', '区域内比重'], 3, 'whole'),
    {
      id: 'expectedShare',
      title: { en: 'Expected', zh: '期望比重' },
      digits: 3,
      value: (row: CoordinationRow) => row.expectedShare,
    },
    ...estimate('ratio', ['Obs/exp', '观测/期望'], 2, 'whole'),
    {
      id: 'density',
      title: { en: 'Density', zh: '密度' },
      digits: 2,
      value: (row: CoordinationRow) => row.density,
    },
    ...estimate('pairWeight', ['Pair weight', '城市对权重'], 3),
    {
      id: 'first',
      title: { en: 'First', zh: '首位城市' },
      value: (row: CoordinationRow, language) => (row.first === null ? null : nameIn(row.first, language)),
    },
    ...estimate('throughFirst', ['Through first', '经首位城市'], 2),
    ...estimate('slope', ['Rank slope', '位序斜率'], 2, 'aside'),
    ...estimate('entropy', ['Evenness', '均匀度'], 2, 'aside'),
    ...estimate('gini', ['Gini', '基尼系数'], 2),
    ...estimate('kmInside', ['km inside', '区域内公里'], 0),
    ...estimate('kmOutside', ['km outside', '区域外公里'], 0),
    ...estimate('citiesPerWork', ['Cities/work', '每篇城市数'], 2),
    {
      id: 'policies',
      title: { en: 'Decided', zh: '政策' },
      value: ({ policies }: CoordinationRow, language = 'en') =>
        policies.length === 0
          ? null
          : policies
              .map(({ event, eventZh }) => nameIn({ name: event, nameZh: eventZh }, language))
              .join(BETWEEN[language]),
    },
    {
      id: 'fewWorks',
      title: { en: 'Few works', zh: '论文过少' },
      value: (row: CoordinationRow) => (row.fewWorks ? outputMessages.few() : null),
    },
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: (row: CoordinationRow, language) => reasons(row, ({ value }) => value === null, language),
    },
    {
      id: 'noInterval',
      title: { en: 'Why no interval', zh: '无区间原因' },
      aside: () => true,
      value: (row: CoordinationRow, language) =>
        reasons(row, ({ value, interval }) => value !== null && interval === null, language),
    },
  ],
  findings: findingsOf,
  run: coordinationOf,
});

/** How the region stands in the last window, and before and after its policy beside its peers. */
function findingsOf({ rows, place, around, policies }: Coordination): Message[] {
  const last = rows.findLast((row) => row.place.id === place.id);
  return [
    ...(last === undefined ? [] : [messages.stands(last)]),
    ...(around === null
      ? []
      : [
          messages.around({
            year: around.year,
            decided: policies.filter(({ year }) => year === around.year),
            own: around.places[0],
            peers: around.places.slice(1),
          }),
        ]),
  ];
}
