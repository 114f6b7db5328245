import type { Observatory } from '../../observatory/index.ts';
import { type Bilingual, type Language, type Message, render } from '../../base/index.ts';
import { messages as said } from './messages.ts';
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
  /** The same as data, for programs and for surfaces that write parameters in their own way. */
  readonly messages: {
    readonly counting: Message;
    readonly method: Message | null;
    readonly notes: readonly Message[];
    readonly warnings: readonly Message[];
  };
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
  readonly counting: Message;
  readonly interval:
    | (Omit<NonNullable<About['interval']>, 'method'> & {
        readonly method: Message;
        /** What an interval is over, which its note on dependence follows from: works where left out. */
        readonly over?: 'works' | 'pairs' | 'places';
      })
    | null;
  readonly definitions?: About['definitions'];
  readonly notes?: readonly Message[];
  readonly warnings?: readonly Message[];
};

type Rendered = Words & Pick<About, 'interval' | 'zh' | 'messages'>;

function told(part: AboutPart): Rendered {
  const { interval, notes: own = [] } = part;
  const overWorks = interval !== null && (interval.over ?? 'works') === 'works';
  const counting = part.counting;
  const notes = [...(overWorks ? [said.worksIndependent()] : []), ...own];
  const warnings = part.warnings ?? [];
  const words = (language: Language): Words => ({
    counting: render(counting, language),
    notes: notes.map((note) => render(note, language)),
    warnings: warnings.map((warning) => render(warning, language)),
  });
  const method = interval?.method ?? null;
  return {
    ...words('en'),
    interval:
      interval === null
        ? null
        : {
            method: render(method!, 'en'),
            level: interval.level,
            draws: interval.draws,
            seed: interval.seed,
          },
    zh: { ...words('zh'), method: method === null ? null : render(method, 'zh') },
    messages: { counting, method, notes, warnings },
  };
}

/** `about` of a result: what the analysis says of itself, with what the observatory and the filters say. */
export function makeAbout(observatory: Observatory, population: Population, part: AboutPart): About {
  const { manifest } = observatory;
  const { years, field, sectors, works, locatedShare } = population;
  const { counting, interval, ...words } = told({
    ...part,
    notes: [...(works === 0 ? [said.noWork()] : []), ...(part.notes ?? [])],
    warnings: [
      ...(part.warnings ?? []),
      ...(locatedShare === null || locatedShare >= 0.7 ? [] : [said.littleLocated({ share: locatedShare })]),
    ],
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
    ...words,
  };
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
