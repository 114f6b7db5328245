import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { EngineError } from '../../engine/engine.ts';

/** Where a cluster is, and who asks. */
export interface TrinoAccess {
  /** Such as `https://trino.example.org`. */
  readonly server: string;
  readonly user: string;
  readonly catalog?: string;
  readonly schema?: string;
  /** Either of the two proves who asks; both go over TLS alone. */
  readonly password?: string;
  readonly token?: string;
  /** CA certificates (PEM) trusted for the server besides those of the system; a self-signed one is its own. */
  readonly ca?: string;
  /** Session properties, such as `query_max_run_time`. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** What may stand in a header as it is. */
const PLAIN = /^[\x20-\x7e]+$/;
/** What Trino can read of a password. */
const LATIN = /^[\x20-\x7e\xa0-\xff]*$/;

/** What every statement is sent with. A statement may change it: USE, SET SESSION and RESET SESSION hold from then on. */
export class TrinoSession {
  readonly server: URL;
  private readonly properties: Map<string, string>;
  private catalog: string | undefined;
  private schema: string | undefined;

  /** @throws EngineError where the access cannot be right, or would show a password to whoever listens */
  constructor(private readonly access: TrinoAccess) {
    this.server = address(access.server);
    ({ catalog: this.catalog, schema: this.schema } = access);
    this.properties = new Map(Object.entries(access.properties ?? {}));
    for (const [what, value] of Object.entries({ ...access, ca: '', password: '' }))
      if (typeof value === 'string' && value !== '' && !PLAIN.test(value))
        throw new EngineError(`Trino takes no ${what} of other characters than those of ASCII: ${value}`, '');
    if (!LATIN.test(access.password ?? ''))
      throw new EngineError('Trino reads no password of other characters than those of ISO 8859-1', '');
    if (access.user === '') throw new EngineError('Trino asks for the name of a user', '');
    if (this.isProven && this.server.protocol !== 'https:')
      throw new EngineError(
        `a password or token is sent over TLS alone, and ${access.server} is without: ask an https:// address`,
        '',
      );
    if (access.password !== undefined && access.token !== undefined)
      throw new EngineError('either a password or a token proves who asks, not both', '');
    if (access.password !== undefined && access.user.includes(':'))
      throw new EngineError('no user whose name has a colon can have a password', '');
  }

  /** The headers of a first request. */
  get headers(): OutgoingHttpHeaders {
    const { user } = this.access;
    const properties = [...this.properties].map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    return {
      'X-Trino-User': user,
      'X-Trino-Source': 'synopolis',
      // Answers depend on nobody's clock.
      'X-Trino-Time-Zone': 'UTC',
      // Without it, times are rounded to milliseconds.
      'X-Trino-Client-Capabilities': 'PARAMETRIC_DATETIME',
      ...(this.catalog === undefined ? {} : { 'X-Trino-Catalog': this.catalog }),
      ...(this.schema === undefined ? {} : { 'X-Trino-Schema': this.schema }),
      ...(properties.length === 0 ? {} : { 'X-Trino-Session': properties.join(',') }),
      ...this.proof,
    };
  }

  /** The headers of the requests that follow: who asks, and nothing else. */
  get proof(): OutgoingHttpHeaders {
    const { user, password, token } = this.access;
    if (token !== undefined) return { Authorization: `Bearer ${token}` };
    if (password === undefined) return {};
    // As Trino reads it (ISO 8859-1).
    return { Authorization: `Basic ${Buffer.from(`${user}:${password}`, 'latin1').toString('base64')}` };
  }

  /** Keeps what a statement has changed. */
  heed(headers: IncomingHttpHeaders): void {
    this.catalog = one(headers['x-trino-set-catalog']) ?? this.catalog;
    this.schema = one(headers['x-trino-set-schema']) ?? this.schema;
    for (const change of all(headers['x-trino-set-session'])) {
      const at = change.indexOf('=');
      this.properties.set(change.slice(0, at), decodeURIComponent(change.slice(at + 1).replaceAll('+', ' ')));
    }
    for (const key of all(headers['x-trino-clear-session'])) this.properties.delete(key);
  }

  /**
   * The address that the server sends us on to.
   * @throws EngineError where it would carry a password to another server, or to this one without TLS
   */
  follow(next: string): URL {
    const url = new URL(next, this.server);
    if (this.isProven && url.origin !== this.server.origin)
      throw new EngineError(
        `${this.server.origin} sends us on to ${url.origin}, which gets no password from us. Where a proxy stands before Trino, set http-server.process-forwarded=true in its config.properties`,
        '',
      );
    return url;
  }

  /** The same access, another schema. */
  within(schema: string): TrinoAccess {
    return {
      ...this.access,
      ...(this.catalog === undefined ? {} : { catalog: this.catalog }),
      properties: Object.fromEntries(this.properties),
      schema,
    };
  }

  private get isProven(): boolean {
    return this.access.password !== undefined || this.access.token !== undefined;
  }
}

function address(server: string): URL {
  const url = URL.canParse(server) ? new URL(server) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new EngineError(
      `${server} is no address of a Trino server, such as https://trino.example.org:8443`,
      '',
    );
  if (url.username !== '' || url.password !== '')
    throw new EngineError(
      'user and password do not belong into the address of a server: give them apart',
      '',
    );
  return url;
}

const one = (header: string | string[] | undefined): string | undefined => all(header)[0];

function all(header: string | string[] | undefined): readonly string[] {
  if (header === undefined) return [];
  return (Array.isArray(header) ? header : header.split(',')).map((value) => value.trim());
}
