import { givenRows } from '../../engine/dialect.ts';
import { sql } from '../../engine/sql.ts';
import {
  networkDensity,
  type Network,
  networkOfEdges,
  polycentricity,
  polycentricityGradients,
  type Quantity,
} from '../../measures/index.ts';
import { between, type Estimate, linearised } from '../output/estimate.ts';
import type { Years } from '../population/year-windows.ts';
import { type LinkAsk, meetings } from './meetings.ts';

/** How links inside a region are spread over its cities in one window. */
export interface Centres {
  readonly density: Quantity;
  readonly first: string | null;
  readonly throughFirst: Estimate;
  readonly slope: Estimate;
  readonly entropy: Estimate;
}

const NUMBERS = ['throughFirst', 'slope', 'entropy'] as const;

/** The networks inside regions in every window, with intervals by linearisation over works; [region][window]. */
export async function centresOf(
  ask: LinkAsk,
  windows: readonly Years[],
  level: number,
): Promise<Centres[][]> {
  const links = await insideLinks(ask);
  const networks = ask.regions.map(({ cities }, g) =>
    windows.map((window) => networkOf(cities, links, g, window)),
  );
  const influence = await influenceOf(ask, windows, networks);
  return networks.map((own, g) =>
    own.map((network, w): Centres => {
      const shape = polycentricity(network);
      const { works } = ask.population.within(windows[w]);
      const estimate = (name: (typeof NUMBERS)[number]): Estimate =>
        linearised(shape[name], [{ ...(influence.get(`${g}|${w}|${name}`) ?? NOTHING), works }], level);
      return {
        density: networkDensity(network),
        first: shape.first,
        throughFirst: between(estimate('throughFirst'), 0, 1),
        slope: estimate('slope'),
        entropy: between(estimate('entropy'), 0, 1),
      };
    }),
  );
}

const NOTHING = { squares: 0, sum: 0 };

interface InsideLink {
  readonly g: number;
  readonly year: number;
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

function insideLinks(ask: LinkAsk): Promise<InsideLink[]> {
  return ask.observatory.query<InsideLink>(sql`
    WITH ${meetings(ask)}
    SELECT g, year, a, b, sum(works / (k - 1e0) ORDER BY k) AS weight FROM (
      SELECT g, year, a, b, k, count(*) AS works FROM pairs WHERE within GROUP BY g, year, a, b, k
    ) GROUP BY g, year, a, b ORDER BY g, year, a, b`);
}

function networkOf(
  cities: readonly string[],
  links: readonly InsideLink[],
  g: number,
  { from, to }: Years,
): Network {
  const pairs = new Map<string, { a: string; b: string; weight: number }>();
  for (const link of links) {
    if (link.g !== g || link.year < from || link.year > to) continue;
    const { a, b, weight } = link;
    const key = `${a}|${b}`;
    pairs.set(key, { a, b, weight: (pairs.get(key)?.weight ?? 0) + weight });
  }
  return networkOfEdges(cities, [...pairs.values()]);
}

/**
 * Σ ψ² and Σ ψ over works of each number, added up in one order, so that a rerun ends in the same digits:
 * ψ_w = Σ_c slope_c·s_wc, with s_wc the links of city c inside that work w makes.
 */
async function influenceOf(
  ask: LinkAsk,
  windows: readonly Years[],
  networks: readonly (readonly Network[])[],
): Promise<Map<string, { squares: number; sum: number }>> {
  const keys: string[] = [];
  const slopes = networks.flatMap((own, g) =>
    own.flatMap((network, w) => {
      const gradients = polycentricityGradients(network);
      return NUMBERS.flatMap((name) => {
        const gradient = gradients[name];
        if (gradient === null) return [];
        const k = keys.push(`${g}|${w}|${name}`) - 1;
        const { from, to } = windows[w];
        return network.nodes.flatMap((city, i) =>
          gradient[i] === 0 ? [] : [{ k, g, city, first: from, last: to, slope: gradient[i] }],
        );
      });
    }),
  );
  if (slopes.length === 0) return new Map();
  const rows = await ask.observatory.query<{ k: number; squares: number; sum: number }>(sql`
    WITH ${meetings(ask)},
    slopes AS (${givenRows(slopes, {
      k: 'INTEGER',
      g: 'INTEGER',
      city: 'VARCHAR',
      first: 'INTEGER',
      last: 'INTEGER',
      slope: 'DOUBLE',
    })}),
    own AS (
      SELECT g, work, year, city, sum(weight) AS strength FROM (
        SELECT g, work, year, a AS city, 1e0 / (k - 1) AS weight FROM pairs WHERE within
        UNION ALL SELECT g, work, year, b, 1e0 / (k - 1) FROM pairs WHERE within
      ) GROUP BY g, work, year, city
    ),
    influence AS (
      SELECT s.k, o.work, sum(s.slope * o.strength ORDER BY o.city) AS psi
      FROM own o JOIN slopes s ON s.g = o.g AND s.city = o.city AND o.year BETWEEN s.first AND s.last
      GROUP BY s.k, o.work
    )
    SELECT k, sum(psi * psi ORDER BY work) AS squares, sum(psi ORDER BY work) AS sum FROM influence GROUP BY k ORDER BY k`);
  return new Map(rows.map(({ k, squares, sum }) => [keys[k], { squares, sum }]));
}
