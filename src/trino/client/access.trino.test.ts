import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SecureTrino, secureTrino } from '../../../test/trino/secure.ts';
import { sql } from '../../engine/sql.ts';
import { type TrinoAccess, TrinoEngine } from './trino-engine.ts';

const HOUR = 3600;
const now = (): number => Math.floor(Date.now() / 1000);

let trino: SecureTrino;
beforeAll(async () => {
  trino = await secureTrino('ana', 'très secret: 1');
});
afterAll(() => trino.stop());

/** Whom the server takes us for. */
async function asked(access: Partial<TrinoAccess>): Promise<unknown> {
  const engine = await TrinoEngine.open({ server: trino.server, user: 'ana', ca: trino.ca, ...access });
  try {
    const [{ v }] = await engine.query<{ v: string }>(sql`SELECT current_user AS v`);
    return v;
  } finally {
    engine.close();
  }
}

describe('a server that asks who we are', () => {
  it('knows us by our password', async () => {
    expect(await asked({ password: 'très secret: 1' })).toBe('ana');
  });

  it('knows us by a token', async () => {
    expect(await asked({ token: trino.token('ana', now() + HOUR) })).toBe('ana');
  });

  it.each<[string, () => Partial<TrinoAccess>]>([
    ['a wrong password', () => ({ password: 'très secret' })],
    ['a user it does not know', () => ({ user: 'eve', password: 'très secret: 1' })],
    ['a token that has expired', () => ({ token: trino.token('ana', now() - HOUR) })],
    ['a token that somebody made up', () => ({ token: `${trino.token('ana', now() + HOUR)}x` })],
    ['neither', () => ({})],
  ])('refuses %s, and says so', async (_, access) => {
    await expect(asked(access())).rejects.toThrow(/^user and password were refused: .*\(Trino: HTTP 401\)$/);
  });

  it('is not believed without a certificate that we trust', async () => {
    const engine = TrinoEngine.open({ server: trino.server, user: 'ana', password: 'très secret: 1' });
    await expect(engine).rejects.toThrow(/cannot be reached: self-signed certificate/);
  });

  it('gets no password without TLS', async () => {
    await expect(asked({ server: trino.open, password: 'très secret: 1' })).rejects.toThrow(/over TLS alone/);
  });
});
