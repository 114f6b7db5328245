import { execFileSync } from 'node:child_process';
import { createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, startTrino } from '../../tools/trino/cluster.mjs';
import { findJava } from '../../tools/trino/java.mjs';

const STORE = 'of-the-test';
const ITERATIONS = 1000;

export interface SecureTrino {
  /** Where it is asked over TLS. */
  readonly server: string;
  /** Where it is without. */
  readonly open: string;
  /** The CA certificate of the server. */
  readonly ca: string;
  /** A token that says who `user` is, until `expires` (seconds of the epoch). */
  token(user: string, expires: number): string;
  stop(): Promise<void>;
}

/** A Trino of one server that asks `user` for `password`, or for a token, behind a certificate of its own. */
export async function secureTrino(user: string, password: string): Promise<SecureTrino> {
  const folder = mkdtempSync(join(tmpdir(), 'trino-secrets-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const { keystore, ca } = certificate(folder);
  const secret = randomBytes(32);
  const port = await freePort();
  const cluster: Cluster = await startTrino({
    workers: 0,
    quick: true,
    settings: {
      'http-server.https.enabled': 'true',
      'http-server.https.port': String(port),
      'http-server.https.keystore.path': keystore,
      'http-server.https.keystore.key': STORE,
      'http-server.authentication.type': 'PASSWORD,JWT',
      'http-server.authentication.jwt.key-file': file('jwt', secret.toString('base64')),
      // Who starts it asks without, whether it has started.
      'http-server.authentication.allow-insecure-over-http': 'true',
      'internal-communication.shared-secret': randomBytes(32).toString('base64'),
    },
    files: {
      'password-authenticator.properties': {
        'password-authenticator.name': 'file',
        'file.password-file': file('passwords', `${user}:${hash(password)}\n`),
      },
    },
  });
  return {
    server: `https://127.0.0.1:${port}`,
    open: cluster.server,
    ca,
    token: (subject, expires) => sign({ sub: subject, exp: expires }, secret),
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A certificate for this machine, signed by itself. */
function certificate(folder: string): { keystore: string; ca: string } {
  const keystore = join(folder, 'keys.p12');
  const keytool = (...words: string[]): string =>
    execFileSync(
      join(findJava(0).home, 'bin/keytool'),
      [...words, '-alias', 'trino', '-keystore', keystore, '-storepass', STORE],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
  const names = ['-dname', 'CN=localhost', '-ext', 'san=ip:127.0.0.1,dns:localhost'];
  keytool('-genkeypair', '-keyalg', 'RSA', '-validity', '2', '-storetype', 'PKCS12', ...names);
  return { keystore, ca: keytool('-exportcert', '-rfc') };
}

/** A password as Trino's file keeps it (PBKDF2). */
function hash(password: string): string {
  const salt = randomBytes(16);
  const key = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha1');
  return [ITERATIONS, salt.toString('hex'), key.toString('hex')].join(':');
}

/** A JSON Web Token (RFC 7519) signed by HS256. */
function sign(claims: object, secret: Buffer): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
