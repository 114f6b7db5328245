import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESSED, INSTITUTION, workWith } from '../../../test/observatory/addressed-works.ts';
import { Bench } from '../../../test/observatory/observatories.ts';
import { makeApp } from '../app.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { Observatories } from '../work/observatories.ts';

const log = pino({ level: 'silent' });
const limits: Limits = { ...LIMITS, workers: 1, jobAfter: 60_000, jobAfterWaiting: 60_000, observatories: 2 };

let bench: Bench;
let observatories: Observatories;
let app: ReturnType<typeof makeApp>;

beforeAll(async () => {
  bench = new Bench();
  const institutions = [bench.text('institutions.jsonl', INSTITUTION)];
  const works = {
    strings: ADDRESSED,
    plain: [workWith(1, []), workWith(2, [])],
  };
  for (const [name, records] of Object.entries(works))
    await bench.build({
      works: [bench.works(`${name}.jsonl`, records)],
      institutions,
      out: bench.path(name),
    });
  observatories = await Observatories.open([bench.path('strings'), bench.path('plain')], limits);
  app = makeApp({
    ...{ observatories, limits, log, token: null, hosts: null, web: new Map(), now: Date.now },
  });
});
afterAll(async () => {
  await observatories.close();
  bench.dispose();
});

interface Body {
  readonly rows: readonly {
    readonly id: string;
    readonly place: { readonly id: string };
    readonly share: number;
    readonly locatedBy?: unknown;
  }[];
  readonly about: { readonly locatedBy?: string };
}
const get = (query: string): Promise<Response> =>
  Promise.resolve(app.request(`/api/analyses/ranking?intervals=false${query}`));
const sharesBy = async (query: string): Promise<Record<string, number>> => {
  const body = (await (await get(query)).json()) as Body;
  const { rows } = body;
  return Object.fromEntries(rows.map(({ place, share }) => [place.id, share]));
};
const BY_INSTITUTION = { 'cn:2301': 2 };
const BY_ADDRESS = { 'cn:2301': 1, 'cn:4403': 1 };

describe('where authorships count, asked over HTTP', () => {
  it('is as the observatory was built, or as the question says, at the same time and in turn', async () => {
    const asked = ['', '&located_by=address', '&located_by=institution', '&located_by=address', ''];
    expect(await Promise.all(asked.map(sharesBy))).toEqual([
      ...[BY_INSTITUTION, BY_ADDRESS, BY_INSTITUTION, BY_ADDRESS, BY_INSTITUTION],
    ]);
    expect(await sharesBy('&located_by=address')).toEqual(BY_ADDRESS);
  });

  it('is named in the answer, and has a tag of its own', async () => {
    const [institution, address] = await Promise.all([get(''), get('&located_by=address')]);
    expect(institution.headers.get('etag')).not.toBe(address.headers.get('etag'));
    const rules = [institution, address].map(async (response) => {
      const { about } = (await response.json()) as Body;
      return about.locatedBy;
    });
    expect(await Promise.all(rules)).toEqual(['institution', 'address']);
  });

  it('stays right where others are asked in between and it was closed', async () => {
    for (let round = 0; round < 2; round++) {
      expect(await sharesBy('&located_by=address')).toEqual(BY_ADDRESS);
      expect(await sharesBy('&observatory=plain')).toEqual(BY_INSTITUTION);
    }
  });

  it('is refused where no addresses were read, or where it is no rule', async () => {
    const without = await get('&observatory=plain&located_by=address');
    expect(without.status).toBe(422);
    expect(await without.json()).toMatchObject({
      ...{ code: 'observatories.noAddresses', parameter: 'located_by' },
    });
    expect(await sharesBy('&observatory=plain&located_by=institution')).toEqual(BY_INSTITUTION);
    const unknown = await get('&located_by=postcode');
    expect(unknown.status).toBe(400);
    expect(await unknown.json()).toMatchObject({
      ...{ parameter: 'located_by', allowed: ['institution', 'address'] },
    });
  });

  it('is listed for each observatory, the one that is asked by default first', async () => {
    const response = await app.request('/api/observatories');
    const { rows } = (await response.json()) as Body;
    expect(rows.map(({ id, locatedBy }) => [id, locatedBy])).toEqual([
      ['strings', ['institution', 'address']],
      ['plain', ['institution']],
    ]);
  });
});
