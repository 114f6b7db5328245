import type { ResourceRow } from '../../../tabular/resources.ts';
import type { Query } from '../../state/location.ts';

/** What the directory is narrowed to; all of it lives in the address. */
export interface DirectoryFilters {
  readonly kind: string | null;
  /** Id of a place, or a cluster. */
  readonly place: string | null;
  readonly sure: 'stored' | 'recalled' | null;
  readonly words: string | null;
}

export const KEYS = ['kind', 'in', 'sure', 'words', 'page'] as const;

export function filtersIn(query: Query): DirectoryFilters {
  const one = (key: string): string | null => query[key]?.at(-1) ?? null;
  const sure = one('sure');
  return {
    kind: one('kind'),
    place: one('in'),
    sure: sure === 'stored' || sure === 'recalled' ? sure : null,
    words: one('words'),
  };
}

/** What the server is asked for; words are looked for here. */
export const askedOf = ({ kind, place, sure }: DirectoryFilters): Record<string, string | null> => ({
  kind,
  place,
  sourceStatus: sure,
});

/** Rows that hold every word, in names, hosts, partners, fields and cities of either language. */
export function holding(rows: readonly ResourceRow[], words: string | null): readonly ResourceRow[] {
  const wanted = plain(words ?? '')
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return rows;
  return rows.filter(({ resource, place, kind }) => {
    const { id, nameEn, nameZh, host, partners, fields } = resource;
    const all = plain(
      [
        id,
        nameEn,
        nameZh,
        host,
        ...partners,
        ...fields,
        place?.name,
        place?.nameZh,
        kind.name,
        kind.nameZh,
      ].join(' '),
    );
    return wanted.every((word) => all.includes(word));
  });
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Rows of one page; pages are counted from 1, and one that is not there is the nearest. */
export function pageOf<R>(
  rows: readonly R[],
  page: number,
  size: number,
): { readonly rows: readonly R[]; readonly page: number; readonly pages: number; readonly first: number } {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const at = Math.min(pages, Math.max(1, Number.isInteger(page) ? page : 1));
  const first = (at - 1) * size;
  return { rows: rows.slice(first, first + size), page: at, pages, first };
}
