import type { Language } from '../base/index.ts';
import type { ResourceKind } from './kind.ts';
import type { Resource } from './resource.ts';

export const COUNTED_BY = ['all', 'kind', 'region', 'city', 'status'] as const;
export type CountedBy = (typeof COUNTED_BY)[number];

/** How many had opened by the end of a year. */
export interface CountRow {
  /** Id of the kind, cluster, city or status; `all`. Null: in no cluster, or without a place. */
  readonly group: string | null;
  readonly year: number;
  /** In that year. */
  readonly opened: number;
  /** Up to the end of that year: a lower bound of how many there were. */
  readonly byThen: number;
  /** Of those, the ones whose source was read and whose year is not recalled or inferred. */
  readonly firm: number;
}

export interface Counts {
  /** By group in the order of its first year, then by year; a year in which none opened has no row. */
  readonly rows: readonly CountRow[];
  readonly counted: number;
  /** Listed, but without a year of opening: in no row. */
  readonly undated: number;
  /** Listed, but planned or under construction: in no row. */
  readonly notOpened: number;
  /** Why each figure is a lower bound. */
  readonly bounds: readonly string[];
}

/**
 * Resources by the year they opened, added up: byThen(g, y) = |{r in g: opened(r) ≤ y}|. Lists have not everything
 * that there is, so every figure is a lower bound, and says why. One that closed since is counted: it had opened.
 */
export function countsThroughTime(
  resources: readonly Resource[],
  by: CountedBy,
  kinds: ReadonlyMap<string, ResourceKind>,
  language: Language = 'en',
): Counts {
  const texts = TEXTS[language];
  const isOpen = ({ status }: Resource): boolean => status !== 'planned' && status !== 'under construction';
  const open = resources.filter(isOpen);
  const waiting = resources.length - open.length;
  const dated = open.flatMap((one) => (one.opened === null ? [] : [{ one, year: one.opened }]));
  dated.sort((a, b) => a.year - b.year);
  const groups = new Map<string | null, typeof dated>();
  for (const entry of dated) {
    const group = groupOf(entry.one, by);
    const entries = groups.get(group);
    if (entries === undefined) groups.set(group, [entry]);
    else entries.push(entry);
  }
  const undated = open.length - dated.length;
  return {
    rows: [...groups].flatMap(([group, entries]) => rowsOf(group, entries)),
    counted: dated.length,
    undated,
    notOpened: waiting,
    bounds: [
      texts.lower,
      ...completeness(resources, kinds, language),
      ...(undated > 0 ? [texts.undated(undated)] : []),
      ...(waiting > 0 ? [texts.waiting(waiting)] : []),
      texts.firm,
    ],
  };
}

/** How many there are, of the kinds among the resources of which that is known. */
export function completeness(
  resources: readonly Resource[],
  kinds: ReadonlyMap<string, ResourceKind>,
  language: Language = 'en',
): string[] {
  const present = new Set(resources.map(({ kind }) => kind));
  return [...kinds.values()].flatMap((kind) =>
    kind.complete === null || !present.has(kind.id) ? [] : [TEXTS[language].complete(kind, kind.complete)],
  );
}

type Complete = NonNullable<ResourceKind['complete']>;

const TEXTS = {
  en: {
    lower: 'Lower bounds: the lists have not everything that there is.',
    undated: (n: number) => `${more(n)} listed without a year of opening, in no row.`,
    waiting: (n: number) => `${more(n)} planned or under construction, in no row.`,
    firm: 'Firm: those whose source was read and whose year is not recalled.',
    complete: ({ id }: ResourceKind, { listed, about, exist, scope, source }: Complete) =>
      `${id}: the shipped list has ${listed} of ${about ? 'about ' : ''}${exist} (${scope.en}; ${source.en}).`,
  },
  zh: {
    lower: '均为下限：名录并不包含全部。',
    undated: (n: number) => `另有${n}项未载启用年份，不计入任何一行。`,
    waiting: (n: number) => `另有${n}项规划中或在建，不计入任何一行。`,
    firm: '确证：来源已读，且年份已核实。',
    complete: ({ nameZh }: ResourceKind, { listed, about, exist, scope, source }: Complete) =>
      `${nameZh}：所附名录有${listed}项，实有${about ? '约' : ''}${exist}项（${scope.zh}；${source.zh}）。`,
  },
} as const;

/** Whether it is sure that it had opened in its year. */
function firmlyDated({ sourceStatus, recalled }: Resource): boolean {
  return sourceStatus === 'stored' && !recalled.includes('opened');
}

function more(n: number): string {
  return n === 1 ? '1 more is' : `${n} more are`;
}

function groupOf({ kind, region, place, status }: Resource, by: CountedBy): string | null {
  return { all: 'all', kind, region, city: place, status }[by];
}

function rowsOf(
  group: string | null,
  entries: readonly { readonly one: Resource; readonly year: number }[],
): CountRow[] {
  const years = [...new Set(entries.map(({ year }) => year))];
  return years.map((year) => {
    const until = entries.filter((entry) => entry.year <= year);
    return {
      group,
      year,
      opened: until.filter((entry) => entry.year === year).length,
      byThen: until.length,
      firm: until.filter(({ one }) => firmlyDated(one)).length,
    };
  });
}
