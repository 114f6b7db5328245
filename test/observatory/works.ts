import type { RawWork } from './oracle-works.ts';

export const openalex = (kind: 'W' | 'A' | 'I' | 'S' | 'T', n: number): string =>
  `https://openalex.org/${kind}${n}`;

/** Work `n`, an article of 2020 unless told otherwise, by one author for each list of institutions of `worlds.ts`. */
export function work(
  n: number,
  authors: readonly (readonly number[])[] = [[5]],
  more: Partial<RawWork> & Readonly<Record<string, unknown>> = {},
): RawWork {
  return {
    id: openalex('W', n),
    publication_year: 2020,
    type: 'article',
    authorships: authors.map((institutions, i) => ({
      author: { id: openalex('A', n * 100 + i) },
      institutions: institutions.map((institution) => ({
        id: openalex('I', institution),
        ror: null,
        display_name: null,
        country_code: null,
      })),
    })),
    ...more,
  };
}

/** A version of work `n` with a date, and a title to know it by. */
export function version(n: number, title: string, updated_date: string | null, more: object = {}): RawWork {
  return work(n, [[5]], { title, updated_date, ...more });
}
