import { join } from 'node:path';
import { type Bilingual, nameIn } from '../base/index.ts';
import { append } from '../measures/extremes.ts';
import { type Definition, Gazetteer, ROOT, shippedDefinitions } from '../places/index.ts';
import { type Metric, readMetrics } from './metric.ts';
import { type Policy, readPolicies } from './policy.ts';
import { type Known, readStatistics } from './read-statistics.ts';
import type { Statistic } from './statistic.ts';
import { readSubjects, type Subject } from './subject.ts';

export interface FactsOptions {
  /** Tables of a user's own, read besides the shipped ones. */
  readonly metrics?: readonly string[];
  readonly statistics?: readonly string[];
  readonly policies?: readonly string[];
  /** Definitions that figures may be asked of besides the shipped ones, or in place of those of the same id. */
  readonly definitions?: readonly Definition[];
}

/** What is publicly said in figures and dates, with sources: statistics, policies, and what they are about. */
export class Facts implements Known {
  private readonly byPlaceAndMetric: ReadonlyMap<string, Statistic[]>;
  private readonly byMetric: ReadonlyMap<string, Statistic[]>;

  private constructor(
    readonly gazetteer: Gazetteer,
    readonly definitions: ReadonlyMap<string, Definition>,
    readonly subjects: ReadonlyMap<string, Subject>,
    readonly metrics: ReadonlyMap<string, Metric>,
    readonly statistics: readonly Statistic[],
    readonly policies: readonly Policy[],
  ) {
    this.byPlaceAndMetric = grouped(statistics, ({ place, metric }) => `${place}\t${metric}`);
    this.byMetric = grouped(statistics, ({ metric }) => metric);
  }

  /** @throws InputError where a table of the user's cannot be used, naming its rows */
  static async open(options: FactsOptions = {}): Promise<Facts> {
    const gazetteer = await Gazetteer.open();
    const shipped = byId(await shippedDefinitions(gazetteer));
    const given = byId(options.definitions ?? []);
    const definitions = new Map([...shipped, ...given]);
    const [subjects, metrics] = await Promise.all([readSubjects(), readMetrics(options.metrics)]);
    const known = { gazetteer, definitions, subjects, metrics };
    const all = await readStatistics(join(ROOT, 'data/statistics.csv'), known);
    // What was published of a region is not of other cities under its id.
    const statistics = all.filter(({ place }) => sameCities(given.get(place), shipped.get(place)));
    for (const file of options.statistics ?? [])
      append(statistics, await readStatistics(file, { ...known, statistics }));
    const policies: Policy[] = [];
    for (const file of [join(ROOT, 'data/policies.csv'), ...(options.policies ?? [])])
      append(policies, await readPolicies(file, known));
    return new Facts(gazetteer, definitions, subjects, metrics, statistics, policies);
  }

  /** The same facts with more regions, such as those that somebody made up for one question. */
  withDefinitions(more: readonly Definition[]): Facts {
    const definitions = new Map([...this.definitions, ...more.map((one) => [one.id, one] as const)]);
    const { gazetteer, subjects, metrics, statistics, policies } = this;
    return new Facts(gazetteer, definitions, subjects, metrics, statistics, policies);
  }

  /** The nation that a place, definition or subject lies in; null where it lies in none or several, or it is not known. */
  nation(id: string): string | null {
    const subject = this.subjects.get(id);
    if (subject !== undefined)
      return subject.nation ?? (subject.place === null ? null : this.nation(subject.place));
    const members = this.definitions.get(id)?.members;
    if (members === undefined) return this.gazetteer.place(id)?.nation ?? null;
    const nations = new Set(members.map(({ city }) => this.gazetteer.city(city)?.nation ?? null));
    return nations.size === 1 ? [...nations][0] : null;
  }

  /** The published figures of one place and metric, in the order of their tables. */
  of(place: string, metric: string): readonly Statistic[] {
    return this.byPlaceAndMetric.get(`${place}\t${metric}`) ?? [];
  }

  /** The published figures of one metric, in the order of their tables. */
  ofMetric(metric: string): readonly Statistic[] {
    return this.byMetric.get(metric) ?? [];
  }

  /** {@link name} in both languages. */
  names(id: string): Bilingual {
    return { en: this.name(id), zh: this.name(id, 'zh') };
  }

  /** Name of a place, definition or subject; the id itself where it has none. */
  name(id: string, language: 'en' | 'zh' = 'en'): string {
    const found = this.subjects.get(id) ?? this.definitions.get(id) ?? this.gazetteer.place(id);
    if (found === null) return id;
    return nameIn(found, language);
  }
}

function grouped(
  statistics: readonly Statistic[],
  by: (statistic: Statistic) => string,
): Map<string, Statistic[]> {
  const groups = new Map<string, Statistic[]>();
  for (const statistic of statistics) {
    const rows = groups.get(by(statistic));
    if (rows === undefined) groups.set(by(statistic), [statistic]);
    else rows.push(statistic);
  }
  return groups;
}

function byId(definitions: readonly Definition[]): Map<string, Definition> {
  return new Map(definitions.map((definition) => [definition.id, definition]));
}

/** Whether the one given, if there is one, has the cities of the shipped one. */
function sameCities(given: Definition | undefined, shipped: Definition | undefined): boolean {
  if (given === undefined || shipped === undefined) return true;
  const cities = (of: Definition): string =>
    of.members
      .map(({ city }) => city)
      .sort()
      .join();
  return given === shipped || cities(given) === cities(shipped);
}
