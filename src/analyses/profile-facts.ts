import {
  type Facts,
  type Figure,
  figure,
  type Metric,
  type Policy,
  vintagesOf,
  yearText,
} from '../facts/index.ts';
import type { PlaceName } from './place-names.ts';
import type { ProfileRow } from './profile-question.ts';

/** The newest figure of every metric that the place has one of, published or summed; other vintages named. */
export function statisticRows(facts: Facts, place: string): ProfileRow[] {
  return [...facts.metrics.values()].flatMap((metric) => {
    const found = newestFigure(facts, metric, place);
    if (found === null) return [];
    const others = found.others.map(({ vintage, value, unit }) => `${value} ${unit} (${vintage})`);
    const notes = [
      found.vintage,
      ...(found.bound === null ? [] : [found.bound]),
      ...(found.from.length > 1 ? [`sum of ${found.from.length} parts`] : []),
      ...(others.length > 0 ? [`other vintages: ${others.join('; ')}`] : []),
      ...found.warnings,
    ];
    return [
      {
        section: 'statistics' as const,
        key: metric.id,
        name: `${metric.name}, ${found.years}`,
        value: found.value,
        interval: null,
        unit: found.unit,
        note: notes.join('; '),
        source: [...new Set(found.from.map(({ source }) => source))].join('; '),
      },
    ];
  });
}

/** Of the newest year or period with a figure, the vintage that the catalogue names first. */
export function newestFigure(facts: Facts, metric: Metric, place: string): Figure | null {
  const rows = facts.statistics.filter((row) => row.metric === metric.id);
  const periods = new Map(rows.map((row) => [yearText(row), { year: row.from, to: row.to }]));
  const vintages = vintagesOf(facts, metric.id);
  for (const period of [...periods.values()].sort((a, b) => b.to - a.to || b.year - a.year)) {
    for (const vintage of vintages) {
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
  return policiesOf(facts, place, cities).map(({ date, region, stage, event, source }) => ({
    section: 'policies' as const,
    key: date,
    name: event,
    value: null,
    interval: null,
    unit: null,
    note: `${stage}, ${facts.name(region)}`,
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
