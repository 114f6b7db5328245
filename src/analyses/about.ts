import type { Observatory } from '../observatory/index.ts';
import type { Population } from './population.ts';

/** What a number means: printed under every table and in every export. */
export interface About {
  readonly analysis: string;
  readonly counting: string;
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly field: { readonly level: string; readonly id: number; readonly name: string } | null;
  readonly sector: readonly string[] | null;
  /** Works under the filters: the N of every interval. */
  readonly works: number;
  /** Part of these works' Share that cities got; null where there are no works. */
  readonly locatedShare: number | null;
  readonly authorCap: number;
  readonly types: readonly string[] | null;
  readonly definitions: readonly {
    readonly id: string;
    readonly version: string | null;
    readonly cities: number;
  }[];
  readonly interval: {
    readonly method: string;
    readonly level: number;
    readonly draws: number | null;
    readonly seed: number | null;
  } | null;
  /** Null where none was open: what is known without. */
  readonly observatory: {
    readonly title: string | null;
    readonly built: string;
    readonly version: string;
  } | null;
  /** Set where the works are not real; every table, figure and export says so. */
  readonly synthetic: string | null;
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}

export type AboutPart = Pick<About, 'analysis' | 'counting' | 'interval'> & {
  readonly definitions?: About['definitions'];
  readonly notes?: readonly string[];
  readonly warnings?: readonly string[];
};

/** `about` of a result: what the analysis says of itself, with what the observatory and the filters say. */
export function makeAbout(observatory: Observatory, population: Population, part: AboutPart): About {
  const { manifest } = observatory;
  const { years, field, sectors, works, locatedShare } = population;
  return {
    analysis: part.analysis,
    counting: part.counting,
    years,
    field: field === null ? null : { level: field.level, id: field.id, name: field.name },
    sector: sectors,
    works,
    locatedShare,
    authorCap: manifest.authorCap,
    types: manifest.filters.types,
    definitions: part.definitions ?? [],
    interval: part.interval,
    observatory: { title: manifest.title, built: manifest.built, version: manifest.synopolis.version },
    synthetic: manifest.synthetic,
    notes: [...(works === 0 ? ['there is no work under these filters'] : []), ...(part.notes ?? [])],
    warnings: [
      ...(part.warnings ?? []),
      ...(locatedShare !== null && locatedShare < 0.7
        ? [
            `only ${Math.round(locatedShare * 100)} % of Share under these filters is located: places that are parsed worse rank too low`,
          ]
        : []),
    ],
  };
}

/** `about` of a result for which no observatory was open. */
export function aboutWithout(part: AboutPart): About {
  return {
    analysis: part.analysis,
    counting: part.counting,
    years: null,
    field: null,
    sector: null,
    works: 0,
    locatedShare: null,
    authorCap: 0,
    types: null,
    definitions: part.definitions ?? [],
    interval: part.interval,
    observatory: null,
    synthetic: null,
    notes: part.notes ?? [],
    warnings: part.warnings ?? [],
  };
}
