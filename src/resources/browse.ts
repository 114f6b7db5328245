import { InputError, type Language } from '../base/index.ts';
import { yearText } from '../facts/index.ts';
import { normaliseName } from '../places/index.ts';
import type { Directory } from './directory.ts';
import { requireKind } from './kind.ts';
import { messages } from './messages.ts';
import type { Resource, ResourceStatus, SourceStatus } from './resource.ts';
import type { Area } from './within.ts';

/** What is asked for; every one that is given must hold. */
export interface Filters {
  readonly kinds?: readonly string[];
  readonly area?: Area | null;
  /** Words of a field: “neutron scattering” is found under it and under “small-angle neutron scattering”. */
  readonly field?: string | null;
  /** Other words for the field, such as those of another language. */
  readonly fieldTerms?: readonly string[];
  /** Years, both included. */
  readonly opened?: { readonly from: number; readonly to: number } | null;
  readonly statuses?: readonly ResourceStatus[];
  readonly sourceStatus?: SourceStatus | null;
}

export interface Listed {
  /** In the order of the lists. */
  readonly resources: readonly Resource[];
  /** How many fit otherwise, and have no place to be looked for. */
  readonly unlocated: number;
  /** How many fit otherwise, and have no year of opening. */
  readonly undated: number;
  readonly warnings: readonly string[];
  /** How what was asked for was taken. */
  readonly notes: readonly string[];
}

/**
 * The resources that fit.
 * @param language of notes and warnings
 * @throws InputError for a kind that is none, and for a field without letters
 */
export function browse(directory: Directory, filters: Filters, language: Language = 'en'): Listed {
  const texts = TEXTS[language];
  const { kinds = [], area = null, opened = null, statuses = [], sourceStatus = null } = filters;
  const { field = null, fieldTerms = [] } = filters;
  for (const kind of kinds) requireKind(kind, directory.kinds);
  const ofField = fieldFilter(filters);
  const fitting = directory.resources.filter(
    (one) =>
      (kinds.length === 0 || kinds.includes(one.kind)) &&
      (statuses.length === 0 || statuses.includes(one.status)) &&
      (sourceStatus === null || one.sourceStatus === sourceStatus) &&
      ofField(one),
  );
  const dated = (one: Resource): boolean =>
    opened === null || (one.opened !== null && opened.from <= one.opened && one.opened <= opened.to);
  const there = (one: Resource): boolean => area === null || area.has(one);
  const unlocated =
    area === null ? 0 : fitting.filter((one) => one.place === null && !there(one) && dated(one)).length;
  const undated = opened === null ? 0 : fitting.filter((one) => one.opened === null && there(one)).length;
  return {
    resources: fitting.filter((one) => there(one) && dated(one)),
    unlocated,
    undated,
    notes: [
      ...(fieldTerms.some((term) => term !== field) ? [texts.terms(fieldTerms)] : []),
      ...(opened === null ? [] : [texts.opened(yearText(opened))]),
    ],
    warnings: [
      ...(unlocated > 0 ? [texts.unlocated(unlocated)] : []),
      ...(undated > 0 ? [texts.undated(undated)] : []),
      ...(area === null || area.partial.length === 0
        ? []
        : [
            texts.partial(
              area.partial.map((city) => directory.facts.name(city, language)),
              area,
            ),
          ]),
    ],
  };
}

const more = (n: number): string =>
  `${n} more ${n === 1 ? 'fits' : 'fit'} otherwise but ${n === 1 ? 'has' : 'have'}`;

const TEXTS = {
  en: {
    terms: (terms: readonly string[]) => `Field looked for as: ${terms.join(', ')}.`,
    opened: (years: string) => `Only those opened ${years}.`,
    unlocated: (n: number) => `${more(n)} no place`,
    undated: (n: number) => `${more(n)} no year of opening`,
    partial: (cities: readonly string[], { name }: Area) =>
      `${cities.join(', ')} ${cities.length > 1 ? 'belong' : 'belongs'} to ${name} in part and ${cities.length > 1 ? 'count' : 'counts'} whole`,
  },
  zh: {
    terms: (terms: readonly string[]) => `领域按以下词语查找：${terms.join('、')}。`,
    opened: (years: string) => `只列${years}年启用者。`,
    unlocated: (n: number) => `另有${n}项其余条件相符，但地点不明`,
    undated: (n: number) => `另有${n}项其余条件相符，但启用年份不明`,
    partial: (cities: readonly string[], { name, nameZh }: Area) =>
      `${cities.join('、')}只有部分属于${nameZh ?? name}，按全部计入`,
  },
} as const;

/** Whether a resource has a field that holds the words asked for, next to each other and whole. */
function fieldFilter({ field = null, fieldTerms = [] }: Filters): (resource: Resource) => boolean {
  if (field === null) return () => true;
  const terms = [field, ...fieldTerms].map(normaliseName).filter((key) => key !== '');
  if (terms.length === 0) throw new InputError(messages.invalidField({ field }));
  return ({ fields }) =>
    fields.some((one) => {
      const key = ` ${normaliseName(one)} `;
      return terms.some((term) => key.includes(` ${term} `));
    });
}
