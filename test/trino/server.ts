import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with a request: an answer of Trino's, another answer, or a fault of the line. */
export type Step =
  | Said
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'reset'
  | 'cut half way'
  | 'silence';

/** The parts of an answer that a test cares about; `next` false is the last one of its statement. */
export interface Said {
  readonly state: string;
  readonly next?: boolean;
  readonly columns?: readonly (readonly [name: string, type: string])[];
  /** As JSON text, so that a test says every digit. */
  readonly data?: string;
  readonly error?: Readonly<Record<string, unknown>>;
  readonly stats?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface TrinoServer {
  readonly address: string;
  readonly heard: readonly Heard[];
  close(): Promise<void>;
}

/**
 * A server that speaks Trino's protocol as it is told to: one step a request, whatever is asked; a DELETE takes none.
 * The addresses that it sends a client on to are its own, or those of `elsewhere`.
 */
export async function trinoServer(steps: readonly Step[], elsewhere?: string): Promise<TrinoServer> {
  const heard: Heard[] = [];
  let at = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      heard.push({ method, path, headers, body: Buffer.concat(parts).toString() });
      if (method === 'DELETE') response.writeHead(204).end();
      else take(response, steps[at++], at);
    });
  });
  const address = await new Promise<string>((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );
  const take = (response: ServerResponse, step: Step | undefined, token: number): void => {
    if (step === undefined) response.writeHead(500).end('asked more often than the test says');
    else if (step === 'reset') response.destroy();
    else if (step === 'cut half way') {
      response.writeHead(200, { 'Content-Length': '1000' }).write('{"id":');
      setTimeout(() => response.destroy(), 10);
    } else if (step === 'silence') return;
    else if ('status' in step) response.writeHead(step.status, step.headers ?? {}).end(step.body ?? '');
    else response.writeHead(200, step.headers ?? {}).end(said(step, `${elsewhere ?? address}/next/${token}`));
  };
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address, heard, close };
}

function said({ state, next = true, columns, data, error, stats }: Said, nextUri: string): string {
  const parts = {
    id: 'the_query',
    ...(next ? { nextUri } : {}),
    ...(columns === undefined
      ? {}
      : {
          columns: columns.map(([name, type]) => ({
            name,
            type,
            typeSignature: { rawType: type, arguments: [] },
          })),
        }),
    ...(error === undefined ? {} : { error }),
    stats: { state, ...stats },
  };
  const text = JSON.stringify(parts);
  return data === undefined ? text : `${text.slice(0, -1)},"data":${data}}`;
}
