import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Entry = Readonly<Record<string, unknown>> & { readonly id: string };

/** What a faulty call gets in place of an answer: another answer, half of the right one, or a closed connection. */
export type Fault =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'cut half way'
  | 'reset';

export interface ServerOptions {
  readonly works?: readonly Entry[];
  readonly institutions?: readonly Entry[];
  readonly sources?: readonly Entry[];
  /** By number of the call, from 0. */
  readonly faults?: Readonly<Record<number, Fault>>;
  /** Fields that `select` may name; default: any. */
  readonly fields?: readonly string[];
  /** Headers of every answer. */
  readonly headers?: Record<string, string>;
  /** Applies filters of works and institutions as OpenAlex does; one that is not known here is refused. */
  readonly isFiltering?: boolean;
}

/**
 * A server that speaks the OpenAlex API as far as fetching uses it: lists with `filter` (kept, not applied unless `isFiltering`,
 * except `issn:` on sources), `select`, `per_page` and `cursor`, works cut at 100 authors in lists, single records whole.
 */
export async function openAlexServer(options: ServerOptions) {
  const calls: URL[] = [];
  let watch: (number: number) => void = () => undefined;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const fault = options.faults?.[calls.length];
    watch(calls.push(url));
    if (fault === 'reset') response.destroy();
    else if (fault === 'cut half way') cut(request, response, answer(url, options).body);
    else {
      const {
        status,
        body,
        headers = {},
      } = fault === undefined ? answer(url, options) : { body: '', ...fault };
      response
        .writeHead(status, { 'content-type': 'application/json', ...options.headers, ...headers })
        .end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    /** Calls `listener` with the number of each call from now on, from 1, before it is answered. */
    onCall: (listener: (number: number) => void) => {
      watch = listener;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function cut(request: IncomingMessage, response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-length': String(Buffer.byteLength(body)) });
  response.write(body.slice(0, body.length / 2), () => request.socket.destroy());
}

function answer(
  url: URL,
  options: ServerOptions,
): { status: number; body: string; headers?: Record<string, string> } {
  const [entity, id] = url.pathname.split('/').slice(1) as [string, string | undefined];
  const select = url.searchParams.get('select')?.split(',') ?? [];
  const unknown = select.find((field) => options.fields?.includes(field) === false);
  if (unknown !== undefined)
    return {
      status: 400,
      body: JSON.stringify({
        error: 'Invalid query parameters error.',
        message: `${unknown} is not a valid select field. Valid fields for select are: ${options.fields?.join(', ')}.`,
      }),
    };
  const all =
    entity === 'works' ? options.works : entity === 'institutions' ? options.institutions : options.sources;
  if (all === undefined) return { status: 404, body: '{"error":"Not found"}' };
  if (id !== undefined) {
    const found = all.find((record) => record.id.endsWith(`/${id}`));
    return found === undefined
      ? { status: 404, body: '<h1>Not Found</h1>' }
      : { status: 200, body: JSON.stringify(selected(found, select)) };
  }
  const filter = options.isFiltering === true ? filterOf(url.searchParams.get('filter') ?? '') : () => true;
  if (typeof filter === 'string')
    return {
      status: 400,
      body: JSON.stringify({ error: 'Invalid query parameters error.', message: filter }),
    };
  return { status: 200, body: JSON.stringify(list(all.filter(filter), url.searchParams, select)) };
}

/** What a record must have for a key of a filter to hold. */
const FILTERS: Readonly<Record<string, (record: Entry, values: readonly string[]) => boolean>> = {
  openalex: ({ id }, ids) => ids.some((one) => id === `https://openalex.org/${one}`),
  type: ({ type }, types) => types.includes(type as string),
  from_publication_date: ({ publication_date: day }, [first]) => (day as string) >= first,
  to_publication_date: ({ publication_date: day }, [last]) => (day as string) <= last,
  'primary_location.source.issn': ({ primary_location: location }, issns) => {
    const { source } = location as { source: { issn_l: string; issn?: string[] } };
    return [source.issn_l, ...(source.issn ?? [])].some((one) => issns.includes(one));
  },
};

/** Whether a record is in a list with this filter; what is wrong with the filter, as OpenAlex says it. */
function filterOf(text: string): ((record: Entry) => boolean) | string {
  const parts = text === '' ? [] : text.split(',').map((part) => part.split(':') as [string, string]);
  for (const [key, values] of parts) {
    if (!(key in FILTERS))
      return `${key} is not a valid field. Valid fields are: ${Object.keys(FILTERS).join(', ')}.`;
    if (values.split('|').length > 100) return `Maximum number of values exceeded for ${key}: 100.`;
  }
  return (record) => parts.every(([key, values]) => FILTERS[key](record, values.split('|')));
}

function list(all: readonly Entry[], parameters: URLSearchParams, select: readonly string[]): unknown {
  const issns = /^issn:(.*)$/.exec(parameters.get('filter') ?? '')?.[1]?.split('|');
  const matching =
    issns === undefined
      ? all
      : all.filter(({ issn }) => (issn as string[]).some((one) => issns.includes(one)));
  const perPage = Number(parameters.get('per_page') ?? 25);
  const cursor = parameters.get('cursor');
  const start = cursor === null || cursor === '*' ? 0 : Number(Buffer.from(cursor, 'base64').toString());
  const page = matching.slice(start, start + perPage);
  return {
    meta: {
      count: matching.length,
      db_response_time_ms: 1,
      page: null,
      per_page: perPage,
      next_cursor:
        cursor === null || page.length < perPage
          ? null
          : Buffer.from(String(start + perPage)).toString('base64'),
    },
    results: page.map((record) => selected(shortened(record), select)),
    group_by: [],
  };
}

/** As lists give it: the first hundred authors. */
function shortened(record: Entry): Entry {
  const { authorships } = record;
  return Array.isArray(authorships) && authorships.length > 100
    ? { ...record, authorships: authorships.slice(0, 100) }
    : record;
}

function selected(record: Entry, select: readonly string[]): unknown {
  return select.length === 0
    ? record
    : Object.fromEntries(Object.entries(record).filter(([key]) => select.includes(key)));
}

/** A small work with so many authors, as OpenAlex shapes them. */
export function workOf(number: number, authors = 1): Entry {
  return {
    id: `https://openalex.org/W${number}`,
    doi: null,
    display_name: `Work ${number}`,
    publication_year: 2015 + (number % 10),
    type: 'article',
    authorships: Array.from({ length: authors }, (_, i) => ({
      author: { id: `https://openalex.org/A${number * 1000 + i}` },
      institutions: [{ id: `https://openalex.org/I${(number % 7) + 1}`, country_code: 'CN' }],
    })),
    cited_by_count: number % 13,
    abstract_inverted_index: { 'never asked for': [0] },
  };
}

/** `count` small works. */
export function worksOf(count: number): Entry[] {
  return Array.from({ length: count }, (_, i) => workOf(i + 1));
}
