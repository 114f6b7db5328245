import type { Observatory } from '../../observatory/index.ts';
import type { Bilingual } from '../../base/index.ts';
import { WORKS_INDEPENDENT } from './interval-dependence.ts';
import type { Population } from '../population/population.ts';

/** What a result says of itself in words, without full stops. */
interface Words {
  readonly counting: string;
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}

/** What a number means: printed under every table and in every export. */
export interface About extends Words {
  readonly analysis: string;
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly field: {
    readonly level: string;
    readonly id: number;
    readonly name: string;
    readonly nameZh: string | null;
  } | null;
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
  /** What to cite of rows that others go on with; left out elsewhere. */
  readonly cite?: Cite;
  /** What each column of rows that others go on with is; left out elsewhere. */
  readonly dictionary?: readonly ({ readonly id: string } & Bilingual)[];
  /** Set where the works are not real; every table, figure and export says so. */
  readonly synthetic: string | null;
  /** The same words in Chinese, with the method of the interval. */
  readonly zh: Words & { readonly method: string | null };
}

/** Four SHA-256 in hexadecimal: `hash` is that of the other three, a line each. */
export interface Cite {
  readonly hash: string;
  /** Of the rows as CSV has them, comment lines left out. */
  readonly rows: string;
  /** Of the parameters as JSON. */
  readonly parameters: string;
  /** Of the manifest, without when and where it was built. */
  readonly manifest: string;
}

export type AboutPart = Pick<About, 'analysis'> & {
  readonly counting: Bilingual;
  readonly interval:
    | (Omit<NonNullable<About['interval']>, 'method'> & {
        readonly method: Bilingual;
        /** What an interval is over, which its note on dependence follows from: works where left out. */
        readonly over?: 'works' | 'pairs' | 'places';
      })
    | null;
  readonly definitions?: About['definitions'];
  readonly notes?: readonly Bilingual[];
  readonly warnings?: readonly Bilingual[];
};

type Told = Words & Pick<About, 'interval' | 'zh'>;

function told({ counting, interval, notes: own = [], warnings = [] }: AboutPart): Told {
  const overWorks = interval !== null && (interval.over ?? 'works') === 'works';
  const notes = [...(overWorks ? [WORKS_INDEPENDENT] : []), ...own];
  const words = (language: keyof Bilingual): Words => ({
    counting: counting[language],
    notes: notes.map((note) => note[language]),
    warnings: warnings.map((warning) => warning[language]),
  });
  return {
    ...words('en'),
    interval:
      interval === null
        ? null
        : {
            method: interval.method.en,
            level: interval.level,
            draws: interval.draws,
            seed: interval.seed,
          },
    zh: { ...words('zh'), method: interval?.method.zh ?? null },
  };
}

/** `about` of a result: what the analysis says of itself, with what the observatory and the filters say. */
export function makeAbout(observatory: Observatory, population: Population, part: AboutPart): About {
  const { manifest } = observatory;
  const { years, field, sectors, works, locatedShare } = population;
  const { counting, interval, notes, warnings, zh } = told({
    ...part,
    notes: [
      ...(works === 0 ? [{ en: 'there is no work under these filters', zh: '所选条件下没有成果' }] : []),
      ...(part.notes ?? []),
    ],
    warnings: [...(part.warnings ?? []), ...(locatedShare === null ? [] : littleLocated(locatedShare))],
  });
  return {
    analysis: part.analysis,
    counting,
    years,
    field:
      field === null ? null : { level: field.level, id: field.id, name: field.name, nameZh: field.nameZh },
    sector: sectors,
    works,
    locatedShare,
    authorCap: manifest.authorCap,
    types: manifest.filters.types,
    definitions: part.definitions ?? [],
    interval,
    observatory: { title: manifest.title, built: manifest.built, version: manifest.synopolis.version },
    synthetic: manifest.synthetic,
    notes,
    warnings,
    zh,
  };
}

function littleLocated(share: number): Bilingual[] {
  if (share >= 0.7) return [];
  const percent = Math.round(share * 100);
  return [
    {
      en: `only ${percent} % of Share under these filters is located: places that are parsed worse rank too low`,
      zh: `所选条件下仅${percent}%的份额可定位：地址解析较差的地点排名偏低`,
    },
  ];
}

/** `about` of a result for which no observatory was open. */
export function aboutWithout(part: AboutPart): About {
  const { counting, interval, ...words } = told(part);
  return {
    analysis: part.analysis,
    counting,
    years: null,
    field: null,
    sector: null,
    works: 0,
    locatedShare: null,
    authorCap: 0,
    types: null,
    definitions: part.definitions ?? [],
    interval,
    observatory: null,
    synthetic: null,
    ...words,
  };
}
