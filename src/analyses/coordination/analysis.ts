import { inBoth, type Language, type Message, nameIn, sayReason } from '../../base/index.ts';
import { defineAnalysis } from '../analysis.ts';
import { columnsOf } from '../result/columns.ts';
import {
  type Coordination,
  coordinationParams,
  coordinationResult,
  coordinationRow,
  type CoordinationRow,
} from './question.ts';
import { coordinationOf } from './rows.ts';
import { messages } from './messages.ts';
import type { Estimate } from '../output/estimate.ts';

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
  summary: 'How the cities of a region work together over time',
  description: {
    en: 'How the cities of a region work together over time: the part of their collaboration that stays inside, observed and expected, density, polycentricity, inequality and distance, compared with peer regions, with policies marked.',
    zh: '一个区域的城市历年如何协同：合作留在区域内的比重及是否高于预期、网络密度、多中心性、不均衡程度与合作距离，可与对照区域并列，并标出政策。',
  },
  params: coordinationParams,
  example: { place: 'yrd_41' },
  result: coordinationResult,
  columns: columnsOf<typeof coordinationRow, Coordination>(coordinationRow, [
    { of: 'place', asideId: true },
    'years',
    { of: 'cities', aside: true },
    'jointWorks',
    'intraShare',
    'expectedShare',
    'ratio',
    'density',
    { of: 'pairWeight', asideEnds: true },
    { of: 'first', nameAlone: true },
    { of: 'throughFirst', asideEnds: true },
    { of: 'slope', aside: true },
    { of: 'entropy', aside: true },
    { of: 'gini', asideEnds: true },
    { of: 'kmInside', asideEnds: true },
    { of: 'kmOutside', asideEnds: true },
    { of: 'citiesPerWork', asideEnds: true },
    {
      id: 'policies',
      title: { en: 'Decided', zh: '政策' },
      value: ({ policies }, language = 'en') =>
        policies.length === 0
          ? null
          : policies
              .map(({ event, eventZh }) => nameIn({ name: event, nameZh: eventZh }, language))
              .join(BETWEEN[language]),
    },
    'fewWorks',
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: (row, language) => reasons(row, ({ value }) => value === null, language),
    },
    {
      id: 'noInterval',
      title: { en: 'Why no interval', zh: '无区间原因' },
      aside: () => true,
      value: (row, language) =>
        reasons(row, ({ value, interval }) => value !== null && interval === null, language),
    },
  ]),
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
