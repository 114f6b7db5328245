import type { Observatory } from '../observatory/index.ts';
import type { Bilingual } from '../places/index.ts';
import type { Population } from './population.ts';

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
  /** What to cite of rows that others go on with; left out elsewhere. */
  readonly cite?: Cite;
  /** What each column of rows that others go on with is; left out elsewhere. */
  readonly dictionary?: readonly ({ readonly id: string } & Bilingual)[];
  /** Set where the works are not real; every table, figure and export says so. */
  readonly synthetic: string | null;
  /** The same words in Chinese, of an analysis that has them. */
  readonly zh?: Words;
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

/** Words of one language stand in both. */
export type Text = string | Bilingual;

export type AboutPart = Pick<About, 'analysis' | 'interval'> & {
  readonly counting: Text;
  readonly definitions?: About['definitions'];
  readonly notes?: readonly Text[];
  readonly warnings?: readonly Text[];
};

type Told = Words & Pick<About, 'zh'>;

function told(counting: Text, notes: readonly Text[], warnings: readonly Text[]): Told {
  const own = (text: Text): Bilingual => (typeof text === 'string' ? { en: text, zh: text } : text);
  const words = (language: keyof Bilingual): Words => ({
    counting: own(counting)[language],
    notes: notes.map((note) => own(note)[language]),
    warnings: warnings.map((warning) => own(warning)[language]),
  });
  return typeof counting === 'string' ? words('en') : { ...words('en'), zh: words('zh') };
}

/** `about` of a result: what the analysis says of itself, with what the observatory and the filters say. */
export function makeAbout(observatory: Observatory, population: Population, part: AboutPart): About {
  const { manifest } = observatory;
  const { years, field, sectors, works, locatedShare } = population;
  const { counting, notes, warnings, ...chinese } = told(
    part.counting,
    [
      ...(works === 0 ? [{ en: 'there is no work under these filters', zh: '所选条件下没有成果' }] : []),
      ...(part.notes ?? []),
    ],
    [...(part.warnings ?? []), ...(locatedShare === null ? [] : littleLocated(locatedShare))],
  );
  return {
    analysis: part.analysis,
    counting,
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
    notes,
    warnings,
    ...chinese,
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
  const { counting, ...words } = told(part.counting, part.notes ?? [], part.warnings ?? []);
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
    interval: part.interval,
    observatory: null,
    synthetic: null,
    ...words,
  };
}
