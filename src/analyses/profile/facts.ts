import {
  cover,
  type Facts,
  type Figure,
  figure,
  type Metric,
  type Policy,
  STAGE_NAMES,
  vintagesOf,
  yearText,
} from '../../facts/index.ts';
import { type Bilingual, inBoth, type Language, renderBoth } from '../../base/index.ts';
import { boundIn, unitIn, unitZh } from '../statistics/texts.ts';
import type { PlaceName } from '../places/names.ts';
import type { ProfileRow } from './question.ts';
import { wordsOf } from './texts.ts';

/** The newest figure of every metric that the place has one of, published or summed; other vintages named. */
export function statisticRows(facts: Facts, place: string): ProfileRow[] {
  return [...facts.metrics.values()].flatMap((metric) => {
    const found = newestFigure(facts, metric, place);
    if (found === null) return [];
    return [
      {
        section: 'statistics' as const,
        key: metric.id,
        ...wordsOf({
          name: { en: `${metric.name}, ${found.years}`, zh: `${metric.nameZh}，${found.years}年` },
          unit: unitIn(found.unit),
          note: noteOf(found),
        }),
        value: found.value,
        interval: null,
        source: [...new Set(found.from.map(({ source }) => source))].join('; '),
      },
    ];
  });
}

/** Its vintage, whether it is a bound or a sum, the other vintages, and what it warns of. */
function noteOf({ vintage, bound, from, others, warnings }: Figure): Bilingual {
  const notes: readonly Bilingual[] = [
    { en: vintage ?? '', zh: vintage ?? '' },
    ...(bound === null ? [] : [boundIn(bound)]),
    ...(from.length > 1 ? [{ en: `sum of ${from.length} parts`, zh: `${from.length}个部分之和` }] : []),
    ...(others.length > 0
      ? [
          {
            en: `other vintages: ${listed(others, 'en')}`,
            zh: `其他版本：${listed(others, 'zh')}`,
          },
        ]
      : []),
    ...warnings.map(renderBoth),
  ];
  return { en: notes.map(({ en }) => en).join('; '), zh: notes.map(({ zh }) => zh).join('；') };
}

function listed(others: Figure['others'], language: Language): string {
  return OTHERS[language](others);
}

const OTHERS = inBoth({
  en: (others: Figure['others']) =>
    others.map(({ vintage, value, unit }) => `${value} ${unit} (${vintage})`).join('; '),
  zh: (others) =>
    others.map(({ vintage, value, unit }) => `${value} ${unitZh(unit)}（${vintage}）`).join('；'),
});

/** Of the newest year or period with a figure, the vintage that the catalogue names first. */
export function newestFigure(facts: Facts, metric: Metric, place: string): Figure | null {
  // What has neither a figure nor parts has none of any period.
  if (facts.of(place, metric.id).length === 0 && (!metric.additive || cover(place, facts) === null))
    return null;
  const rows = facts.ofMetric(metric.id);
  const periods = new Map(rows.map((row) => [yearText(row), { year: row.from, to: row.to }]));
  // Parts of a sum have its period and its vintage: what no row has, no sum has.
  const published = new Set(rows.map((row) => `${yearText(row)} ${row.vintage}`));
  const vintages = vintagesOf(facts, metric.id);
  for (const [years, period] of [...periods].sort(([, a], [, b]) => b.to - a.to || b.year - a.year)) {
    for (const vintage of vintages.filter((one) => published.has(`${years} ${one}`))) {
      const found = figure(facts, { metric: metric.id, place, ...period, vintage });
      if (found.value !== null) return found;
    }
  }
  return null;
}

/** What was decided for the place, or for what it lies in whole: regions, its province, its nation; by date. */
export function policiesOf(facts: Facts, place: PlaceName, cities: readonly string[]): Policy[] {
  const around = new Set([place.id, ...holding(facts, cities)]);
  return facts.policies.filter(({ region }) => around.has(region));
}

export function policyRows(facts: Facts, place: PlaceName, cities: readonly string[]): ProfileRow[] {
  return policiesOf(facts, place, cities).map(({ date, region, stage, event, eventZh, source }) => ({
    section: 'policies' as const,
    key: date,
    ...wordsOf({
      name: { en: event, zh: eventZh ?? event },
      note: {
        en: `${stage}, ${facts.name(region)}`,
        zh: `${STAGE_NAMES[stage].zh}，${facts.name(region, 'zh')}`,
      },
    }),
    value: null,
    interval: null,
    source,
  }));
}

function holding(facts: Facts, cities: readonly string[]): string[] {
  if (cities.length === 0) return [];
  const whole = (others: ReadonlySet<string>): boolean => cities.every((city) => others.has(city));
  const regions = [...facts.definitions.values()]
    .filter(({ members }) => whole(new Set(members.map(({ city }) => city))))
    .map(({ id }) => id);
  const places = cities.map((city) => facts.gazetteer.city(city));
  const shared = (ids: readonly (string | null | undefined)[]): string[] => {
    const [first] = ids;
    return typeof first === 'string' && ids.every((id) => id === first) ? [first] : [];
  };
  return [
    ...regions,
    ...shared(places.map((one) => one?.province)),
    ...shared(places.map((one) => one?.nation)),
  ];
}
