import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { TrinoSession, type TrinoAccess } from './session.ts';

const session = (access: Partial<TrinoAccess> = {}): TrinoSession =>
  new TrinoSession({ server: 'https://trino.example.org:8443', user: 'ana', ...access });

describe('a statement is sent', () => {
  it('with user, catalog, schema and properties', () => {
    const access = { catalog: 'lake', schema: 'works', properties: { a: 'x,y', b: '1 = 1' } };
    expect(session(access).headers).toMatchObject({
      'X-Trino-User': 'ana',
      'X-Trino-Catalog': 'lake',
      'X-Trino-Schema': 'works',
      'X-Trino-Session': 'a=x%2Cy,b=1%20%3D%201',
      'X-Trino-Time-Zone': 'UTC',
    });
  });

  it('with a password, or a token, and nothing where there is neither', () => {
    const basic = `Basic ${Buffer.from('ana:sésame:1', 'latin1').toString('base64')}`;
    expect(session({ password: 'sésame:1' }).proof).toEqual({ Authorization: basic });
    expect(session({ password: 'sésame:1' }).headers).toMatchObject({ Authorization: basic });
    expect(session({ token: 'abc' }).proof).toEqual({ Authorization: 'Bearer abc' });
    expect(session().proof).toEqual({});
  });

  it('with what statements before it have changed', () => {
    const changed = session({ catalog: 'lake', properties: { a: '1', b: '2' } });
    const heard: IncomingHttpHeaders = {
      'x-trino-set-catalog': 'hive',
      'x-trino-set-schema': 'other',
      'x-trino-set-session': 'c=x%2Cy+z',
      'x-trino-clear-session': 'a',
    };
    changed.heed(heard);
    expect(changed.headers).toMatchObject({
      'X-Trino-Catalog': 'hive',
      'X-Trino-Schema': 'other',
      'X-Trino-Session': 'b=2,c=x%2Cy%20z',
    });
    const within = new TrinoSession(changed.within('third'));
    expect(within.headers).toEqual({ ...changed.headers, 'X-Trino-Schema': 'third' });
  });
});

describe('a password', () => {
  it.each([{ password: 'p' }, { token: 't' }])('or token is sent over TLS alone', (proof) => {
    expect(() => session({ server: 'http://trino.example.org', ...proof })).toThrow(/over TLS alone/);
  });

  it('goes to no other server, and not to this one without TLS', () => {
    const proven = session({ password: 'p' });
    expect(proven.follow('https://trino.example.org:8443/next').pathname).toBe('/next');
    for (const next of ['http://trino.example.org:8443/next', 'https://elsewhere.example.org:8443/next'])
      expect(() => proven.follow(next)).toThrow(/process-forwarded=true/);
    expect(session().follow('http://inside:8080/next').host).toBe('inside:8080');
  });

  it.each([
    [{ password: 'p', token: 't' }, /not both/],
    [{ password: 'p', user: 'a:b' }, /colon/],
    [{ password: '芝麻' }, /no password of other characters/],
    [{ user: '' }, /name of a user/],
    [{ user: '张' }, /no user of other characters/],
    [{ token: 'a\nb' }, /no token of other characters/],
    [{ server: 'trino.example.org' }, /is no address/],
    [{ server: 'jdbc:trino://a' }, /is no address/],
    [{ server: 'https://ana:p@trino.example.org' }, /do not belong into the address/],
  ])('and the rest of %o is refused before anything is sent', (access, why) => {
    expect(() => session(access)).toThrow(why);
  });
});
