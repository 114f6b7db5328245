/** The keys of an address that say which observatory of the server is asked, and where authorships count; the interface over HTTP takes them by the same names. */
export const OBSERVATORY_KEY = 'observatory';
export const LOCATED_BY_KEY = 'located_by';

const search = new URLSearchParams(typeof location === 'undefined' ? '' : location.search);

/**
 * The observatory that this window asks; null for the server's first. Another one is gone to as to another page of the
 * web, which begins anew: names, hues and answers that were kept are those of one observatory.
 */
export const OBSERVATORY = search.get(OBSERVATORY_KEY);

/** Where authorships count in this window; null for the rule of the observatory's build. Changed as the observatory is. */
const LOCATED_BY = search.get(LOCATED_BY_KEY);

/** What an address that is made without the rest of the selection has of both. */
export const IN_OBSERVATORY: Readonly<Record<string, readonly string[]>> = {
  ...(LOCATED_BY === null ? {} : { [LOCATED_BY_KEY]: [LOCATED_BY] }),
  ...(OBSERVATORY === null ? {} : { [OBSERVATORY_KEY]: [OBSERVATORY] }),
};

/** A name for a file, with the observatory that it is of where that is not the server's first, and the rule where it was chosen. */
export const ofObservatory = (name: string): string =>
  [OBSERVATORY, LOCATED_BY === null ? null : `by-${LOCATED_BY}`, name]
    .filter((part) => part !== null)
    .join('-');

/** The title of a page in the browser's tabs and bookmarks, with the observatory where it is not the server's first. */
export const titleOf = (page: string): string =>
  [page, ...(OBSERVATORY === null ? [] : [OBSERVATORY]), 'Synopolis'].join(' · ');
