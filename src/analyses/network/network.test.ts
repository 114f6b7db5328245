import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, ofSectors } from '../../../test/analysed-world.ts';
import { cityPairs, linkByHand, type LinkFilter, type LinkWork } from '../../../test/links-by-hand.ts';
import {
  betweenness,
  communities,
  constraint,
  createRandom,
  type Edge,
  networkOfEdges,
  pageRank,
  partitionAgreement,
  poissonWeight,
  replicateKeys,
} from '../../measures/index.ts';
import { COUNTING_NAMES, type CountingName } from '../collaboration/counting.ts';
import { links as linksAnalysis } from '../links/analysis.ts';
import { network } from './analysis.ts';
import type { Network, NetworkRow } from './question.ts';
import { findingsIn } from '../../../test/findings-in.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 6000, seed: 31, authorCap: 6 });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Network> =>
  network.run(world.observatory, network.params.parse({ replicates: 0, ...params }));
const DELTA = 'def:yrd_41';
const PLAIN: LinkFilter = { coaffiliation: true, capped: false };

/** The links of some cities, pair by pair from the works. */
function linksByHand(
  works: readonly LinkWork[],
  cities: ReadonlySet<string>,
  filter: LinkFilter,
  counting: CountingName,
): Map<string, { works: number; weight: number }> {
  const met = new Map<string, LinkWork[]>();
  for (const work of works)
    for (const pair of cityPairs(work, filter)) {
      if (!pair.every((city) => cities.has(city))) continue;
      const id = [...pair].sort().join('|');
      met.set(id, [...(met.get(id) ?? []), work]);
    }
  return new Map(
    [...met]
      .sort(([p], [q]) => (p < q ? -1 : 1))
      .map(([pair, joint]) => {
        const [a, b] = pair.split('|');
        const due = linkByHand(joint, new Set([a]), new Set([b]), filter);
        return [pair, { works: due.full, weight: due[counting] }];
      }),
  );
}

/** Tables hold parts of a work in units of 2⁻³⁰: sums over few works are off by less. */
function compare(answer: Network, due: ReadonlyMap<string, { works: number; weight: number }>): void {
  const shown = new Set(answer.rows.map(({ place }) => place.id));
  const among = [...due.keys()].filter((pair) => pair.split('|').every((city) => shown.has(city)));
  expect(answer.links.map(({ a, b }) => `${a}|${b}`).sort()).toEqual(among);
  for (const { a, b, works, weight } of answer.links) {
    expect(works).toBe(due.get(`${a}|${b}`)!.works);
    expect(weight).toBeCloseTo(due.get(`${a}|${b}`)!.weight, 5);
  }
}

describe('the links of a network', () => {
  const FILTERS = [PLAIN, { coaffiliation: false, capped: false }, { coaffiliation: true, capped: true }];

  it.each(COUNTING_NAMES)(
    'are those of the works, counted %s, with and without co-affiliation and teams',
    async (counting) => {
      for (const filter of FILTERS) {
        const answer = await ask({ place: DELTA, counting, ...filter });
        expect(answer.links.length).toBeGreaterThan(30);
        compare(answer, linksByHand(world.works, world.members.get(DELTA)!, filter, counting));
      }
    },
  );

  it('are those of one sector, and of a topic', async () => {
    const works = ofSectors(world.works, ['education']);
    const cities = world.members.get('iso:CN')!;
    const answer = await ask({ place: 'iso:CN', sector: ['education'], top: 300, counting: 'score' });
    compare(answer, linksByHand(works, cities, PLAIN, 'score'));
    const topics = new Map<number, number>();
    for (const { topic } of world.works) topics.set(topic, (topics.get(topic) ?? 0) + 1);
    const [topic] = [...topics].filter(([id]) => id > 0).sort((p, q) => q[1] - p[1])[0];
    const ofTopic = await ask({ place: 'iso:CN', field: `T${topic}`, top: 300 });
    compare(
      ofTopic,
      linksByHand(
        world.works.filter((work) => work.topic === topic),
        cities,
        PLAIN,
        'partner',
      ),
    );
  });

  it('have what `links` says is expected, and its ratio and interval', async () => {
    const answer = await ask({ place: DELTA, counting: 'full' });
    const { rows } = await linksAnalysis.run(
      world.observatory,
      linksAnalysis.params.parse({ place: DELTA, top: 1000 }),
    );
    expect(rows.length).toBe(answer.links.length);
    let intervals = 0;
    for (const [i, link] of answer.links.entries()) {
      expect([link.a, link.b]).toEqual([rows[i].a.id, rows[i].b.id]);
      expect(link.expected! / rows[i].expected!).toBeCloseTo(1, 9);
      expect(link.ratio! / rows[i].ratio!).toBeCloseTo(1, 9);
      if (link.ratioInterval === null) {
        expect(link.reason!.en).toContain('no interval');
        continue;
      }
      intervals += 1;
      expect(link.ratioInterval).toEqual(rows[i].ratioInterval);
    }
    expect(intervals).toBe(30);
  });

  it('leave out what has fewer joint works than is asked, and say how much', async () => {
    const all = await ask({ place: DELTA });
    const some = await ask({ place: DELTA, minimum: 3 });
    expect(some.links).toEqual(
      all.links
        .filter(({ works }) => works >= 3)
        .map((link) => ({ ...link, ratioInterval: expect.anything() as unknown, reason: null })),
    );
    const left = all.links.length - some.links.length;
    expect(left).toBeGreaterThan(5);
    expect(some.about.notes.join()).toContain(`${left} links of fewer than 3 joint works`);
    expect(some.rows.map(({ place }) => place.id).sort()).toEqual(
      all.rows.map(({ place }) => place.id).sort(),
    );
  });
});

describe('the cities of a network', () => {
  it('have the centralities of a network put together by hand, in another order', async () => {
    const answer = await ask({ place: 'iso:CN', top: 40 });
    const cities = answer.rows.map(({ place }) => place.id).reverse();
    const edges = [...linksByHand(world.works, new Set(cities), PLAIN, 'partner')].map(
      ([pair, { weight }]): Edge => {
        const [a, b] = pair.split('|');
        // As the answer has them: to a millionth of a work.
        return { a, b, weight: Number(weight.toFixed(6)) };
      },
    );
    const graph = networkOfEdges(cities, edges);
    const between = betweenness(graph, { normalised: true });
    const rank = pageRank(graph);
    const held = constraint(graph);
    for (const [i, city] of cities.entries()) {
      const row = answer.rows.find(({ place }) => place.id === city)!;
      const own = edges.filter(({ a, b }) => a === city || b === city);
      expect(row.degree).toBe(own.length);
      expect(row.strength).toBeCloseTo(
        own.reduce((sum, { weight }) => sum + weight, 0),
        6,
      );
      expect(row.betweenness).toBeCloseTo(between[i], 5);
      expect(row.pageRank).toBeCloseTo(rank[i], 6);
      expect(row.constraint).toBeCloseTo(held[i].value!, 5);
      const share = world.works.reduce(
        (sum, { parts }) => sum + (parts.find(({ place }) => place === city)?.share ?? 0),
        0,
      );
      expect(row.share).toBeCloseTo(share, 9);
    }
  });

  it('of the world are those with the strongest links, and the answer says what is left out', async () => {
    const answer = await ask({ top: 25 });
    const strengths = new Map<string, number>();
    let total = 0;
    for (const work of world.works)
      for (const pair of cityPairs(work, PLAIN))
        for (const city of pair) {
          strengths.set(city, (strengths.get(city) ?? 0) + 1 / (work.parts.length - 1));
          total += 1 / (work.parts.length - 1);
        }
    // Of two as strong to the last digits either may be the 25th.
    const least = [...strengths.values()].sort((p, q) => q - p)[24];
    expect(answer.rows).toHaveLength(25);
    for (const { place } of answer.rows) expect(strengths.get(place.id)).toBeGreaterThan(least - 1e-6);
    const inside = answer.links.reduce((sum, { weight }) => sum + weight, 0);
    expect(answer.about.notes.join()).toContain(
      `${strengths.size - 25} cities beyond the 25 with the strongest links; what is shown is ${((200 * inside) / total).toFixed(1)}%`,
    );
  });

  it('without links are kept, with reasons, and the answer says so', async () => {
    const answer = await ask({ place: DELTA, minimum: 4 });
    const alone = answer.rows.filter(({ degree }) => degree === 0);
    expect(alone.length).toBeGreaterThan(0);
    for (const row of alone) {
      expect(row).toMatchObject({ strength: 0, core: 0, community: null, closeness: null, constraint: null });
      expect(row.reason!.en).toMatch(/closeness.*constraint, stability: no links in this network/);
      expect(Math.abs(row.x)).toBeLessThanOrEqual(1);
    }
    expect(answer.about.notes.join()).toContain(
      `cities without a link in this network: ${alone.length} of 41`,
    );
    expect(answer.about.zh.notes.join()).toContain(`41个城市中有${alone.length}个在本网络中没有合作`);
  });

  it('that fall into parts have no eigenvector centrality, and a reason', async () => {
    const answer = await ask({ place: DELTA, minimum: 3, years: { from: 2015, to: 2016 } });
    const parts = answer.whole.components;
    if (parts > 1) {
      expect(answer.rows.every(({ eigenvector }) => eigenvector === null)).toBe(true);
      expect(answer.about.notes.join()).toContain(`fall into ${parts} parts`);
    } else expect(answer.rows.every(({ eigenvector }) => eigenvector !== null)).toBe(true);
  });
});

describe('the order in which cities are given', () => {
  it('changes nothing but the order of the region', async () => {
    const cities = [...world.members.get(DELTA)!].sort().slice(0, 14);
    const due = await ask({ region: [{ name: 'Own', cities }], replicates: 5 });
    const random = createRandom(8);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(cities, { minLength: cities.length }), async (order) => {
        expect(await ask({ region: [{ name: 'Own', cities: order }], replicates: 5 })).toEqual(due);
      }),
      { numRuns: 5, seed: random.integer(1000) },
    );
  });
});

describe('communities', () => {
  const groupsOf = ({ rows }: Network): Map<string, number> =>
    new Map(rows.flatMap(({ place, community }) => (community === null ? [] : [[place.id, community]])));

  it('are the groups of the linked cities, the largest first, and what the rows say', async () => {
    const answer = await ask({ place: DELTA, minimum: 2 });
    const groups = groupsOf(answer);
    const linked = answer.rows.filter(({ degree }) => degree > 0).map(({ place }) => place.id);
    expect([...groups.keys()].sort()).toEqual(linked.sort());
    expect(answer.communities.flatMap(({ members }) => members).sort()).toEqual(linked);
    for (const { number, size, members } of answer.communities) {
      expect(size).toBe(members.length);
      for (const city of members) expect(groups.get(city)).toBe(number);
    }
    const sizes = answer.communities.map(({ size }) => size);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const byStrength = new Map(answer.rows.map((row) => [row.place.id, row.strength]));
    const first = answer.communities[0].members.map((city) => byStrength.get(city)!);
    expect(first).toEqual([...first].sort((a, b) => b - a));
  });

  it('come back as often as when works put together by hand are resampled', async () => {
    const [seed, replicates] = [4, 12];
    const answer = await ask({ place: DELTA, seed, replicates });
    const groups = groupsOf(answer);
    const cities = answer.rows.map(({ place }) => place.id).sort();
    const inside = new Set(cities);
    const linked = cities.filter((city) => groups.has(city));
    const found = Array.from({ length: replicates }, (_, replicate) => {
      const keys = replicateKeys(seed, replicate);
      const weights = new Map<string, number>();
      for (const work of world.works)
        for (const pair of cityPairs(work, PLAIN)) {
          if (!pair.every((city) => inside.has(city))) continue;
          const id = [...pair].sort().join('|');
          const given = poissonWeight(keys, work.id) / (work.parts.length - 1);
          weights.set(id, (weights.get(id) ?? 0) + given);
        }
      const edges = [...weights].sort().map(([id, weight]) => {
        const [a, b] = id.split('|');
        return { a, b, weight };
      });
      const best = communities(networkOfEdges(cities, edges), { seed, restarts: 5 }).value!;
      return new Map(cities.map((city, i) => [city, best.groups[i]]));
    });
    for (const { members, together } of answer.communities) {
      let [kept, pairs] = [0, 0];
      for (const [i, a] of members.entries())
        for (const b of members.slice(i + 1))
          for (const replicate of found) {
            pairs += 1;
            if (replicate.get(a) === replicate.get(b)) kept += 1;
          }
      if (pairs > 0) expect(together).toBeCloseTo(kept / pairs, 9);
    }
    const agreement = found.map(
      (one) =>
        partitionAgreement(
          linked.map((city) => groups.get(city)!),
          linked.map((city) => one.get(city)!),
        ).adjustedRand.value!,
    );
    expect(answer.whole.agreement).toBeCloseTo(
      agreement.reduce((sum, value) => sum + value, 0) / replicates,
      9,
    );
  });

  it('have a stability in [0, 1]; without replicates none, and the answer says so', async () => {
    const answer = await ask({ top: 40, replicates: 10 });
    for (const { stability, together } of [
      ...answer.communities,
      ...answer.rows.map((row) => ({ ...row, together: null })),
    ])
      for (const value of [stability, together])
        if (value !== null) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
    expect(answer.communities.every(({ stability }) => stability !== null)).toBe(true);
    const none = await ask({ top: 40 });
    expect(none.communities.every(({ stability, reason }) => stability === null && reason !== null)).toBe(
      true,
    );
    expect(none.about.notes.join()).toContain('no replicates were requested');
    expect(none.about.interval!.draws).toBeNull();
    expect(answer.about.interval).toMatchObject({ draws: 10, seed: 1 });
  });

  it('are smaller at a higher resolution', async () => {
    const [coarse, fine] = await Promise.all([1, 3].map((resolution) => ask({ top: 40, resolution })));
    expect(fine.communities.length).toBeGreaterThan(coarse.communities.length);
  });
});

describe('an answer', () => {
  it('is the same, digit by digit, when asked again, and another layout with another seed', async () => {
    const text = async (seed: number): Promise<string> =>
      JSON.stringify(await ask({ place: DELTA, seed, replicates: 5, sector: ['education'] }));
    const first = await text(1);
    expect(await text(1)).toBe(first);
    const points = (json: string): unknown => (JSON.parse(json) as Network).rows.map(({ x, y }) => [x, y]);
    expect(points(await text(2))).not.toEqual(points(first));
  });

  it('of one city, or where there are no works, says so, with nulls and their reasons', async () => {
    const one = await ask({ region: [{ name: 'One', cities: ['cn:3100'] }] });
    expect(one.about.notes.join()).toContain('links need two cities or more');
    const none = await ask({ place: DELTA, years: { from: 1950, to: 1951 } });
    expect(none.about.notes.join()).toContain('these cities share no work under these filters');
    expect(none.rows).toHaveLength(41);
    const empty = await ask({ years: { from: 1950, to: 1951 } });
    expect(empty.rows).toEqual([]);
    expect(empty.about.notes.join()).toContain('links need two cities or more');
    for (const answer of [one, none]) {
      expect(answer.communities).toEqual([]);
      expect(answer.whole).toMatchObject({ links: 0, modularity: null, agreement: null, reached: null });
      for (const row of answer.rows) {
        const {
          betweenness: b,
          closeness: c,
          eigenvector: e,
          pageRank: p,
          clustering: l,
          constraint: n,
        } = row;
        expect([b, c, e, p, l, n, row.community, row.stability]).toEqual(Array<null>(8).fill(null));
        for (const measure of [
          'betweenness',
          'closeness',
          'eigenvector',
          'PageRank',
          'clustering',
          'constraint',
        ])
          expect(row.reason!.en).toContain(measure);
        expect(row.reason!.zh).toContain('中介中心性');
      }
    }
    expect(findingsIn(network, none, 'en')).toEqual(['Yangtze River Delta (41 cities): 41 cities, 0 links.']);
    expect(findingsIn(network, none, 'zh')).toEqual(['长三角（41市）：41个城市，0条合作。']);
  });

  it('names who is strong, who is in the middle and the communities, in both languages', async () => {
    const answer = await ask({ place: DELTA, replicates: 10 });
    const most = (of: (row: NetworkRow) => number | null): NetworkRow =>
      answer.rows.reduce((top, row) => ((of(row) ?? -1) > (of(top) ?? -1) ? row : top));
    const [en, divided] = findingsIn(network, answer, 'en');
    expect(en).toContain(`Strongest: ${most(({ strength }) => strength).place.name},`);
    expect(en).toContain(`(betweenness): ${most(({ betweenness: value }) => value).place.name}`);
    expect(divided).toContain(`${answer.communities.length} communities, modularity`);
    const zh = findingsIn(network, answer, 'zh');
    expect(zh[0]).toContain(`合作最强：${most(({ strength }) => strength).place.nameZh!}`);
    expect(zh.join('')).not.toMatch(/communit|Strongest|stability/);
  });

  it('warns of full counting, and of cities unlike across countries', async () => {
    const full = await ask({ counting: 'full', top: 40 });
    expect(full.about.warnings.join()).toContain('large teams draw the picture');
    expect(full.about.warnings.join()).toContain('cities are not alike across countries');
    const bay = await ask({ place: 'def:gba_9_2' });
    expect(bay.about.warnings.join()).not.toContain('across countries');
    expect(bay.about.definitions).toMatchObject([{ id: 'def:gba_9_2', cities: 11 }]);
  });

  it('is refused of a city, an unknown place, two regions, or co-affiliation by sector', async () => {
    await expect(ask({ place: 'cn:3100' })).rejects.toThrow(/is a city/);
    await expect(ask({ place: 'def:nowhere' })).rejects.toThrow(/no region definition/);
    const own = (name: string) => ({ name, cities: ['cn:3100', 'cn:3201'] });
    await expect(ask({ region: [own('A'), own('B')] })).rejects.toThrow(/takes one place/);
    await expect(ask({ place: DELTA, region: [own('A')] })).rejects.toThrow(/takes one place/);
    await expect(ask({ place: DELTA, sector: ['company'], coaffiliation: false })).rejects.toThrow(
      /Co-affiliation is not known by sector/,
    );
    expect((await ask({ place: 'A', region: [own('A')] })).rows).toHaveLength(2);
    expect(() => network.params.parse({ sector: ['company', 'education'] })).toThrow();
  });
});
