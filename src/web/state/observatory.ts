/** The key of an address that says which observatory of the server is asked; the interface over HTTP takes it by the same name. */
export const OBSERVATORY_KEY = 'observatory';

/**
 * The observatory that this window asks; null for the server's first. Another one is gone to as to another page of the
 * web, which begins anew: names, hues and answers that were kept are those of one observatory.
 */
export const OBSERVATORY: string | null =
  typeof location === 'undefined' ? null : new URLSearchParams(location.search).get(OBSERVATORY_KEY);

/** What an address that is made without the rest of the selection has of it. */
export const IN_OBSERVATORY: Readonly<Record<string, readonly string[]>> =
  OBSERVATORY === null ? {} : { [OBSERVATORY_KEY]: [OBSERVATORY] };

/** A name for a file, with the observatory that it is of where that is not the server's first. */
export const ofObservatory = (name: string): string =>
  OBSERVATORY === null ? name : `${OBSERVATORY}-${name}`;

/** The title of a page in the browser's tabs and bookmarks, with the observatory where it is not the server's first. */
export const titleOf = (page: string): string =>
  [page, ...(OBSERVATORY === null ? [] : [OBSERVATORY]), 'Synopolis'].join(' · ');
