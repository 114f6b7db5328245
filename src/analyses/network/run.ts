import { list, sql } from '../../engine/sql.ts';
import {
  components,
  linkCount,
  type Network as Graph,
  networkDensity,
  networkOfEdges,
  strengths,
} from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { gather } from '../output/rank-neighbourhood.ts';
import { linkFilter } from '../collaboration/question.ts';
import { outputs } from '../output/output.ts';
import { placeNames } from '../places/names.ts';
import { Population } from '../population/population.ts';
import { centralities } from './centrality.ts';
import { chosenCities, networkQuestion } from './cities.ts';
import { findCommunities, type Found } from './communities.ts';
import { describeNetwork } from './describe.ts';
import { jointWorks, type JointWork } from './joint-works.ts';
import { layout } from './layout.ts';
import { comparedLinks } from './links.ts';
import type { Community, Network, NetworkParams, NetworkRow, Whole } from './question.ts';
import { strengthIntervals } from './strength.ts';
import { whyUndefined } from './texts.ts';

/** The network of the cities of a place, or of the strongest of the world. */
export async function drawNetwork(observatory: Observatory, given: NetworkParams): Promise<Network> {
  const population = await Population.of(observatory, given);
  const filter = linkFilter(population, given);
  const question = await networkQuestion(observatory, given);
  const chosen = await chosenCities(observatory, population, filter, question, given);
  const { cities, pairs } = chosen;
  const works = await jointWorks(observatory, population, filter, cities, given.counting);
  const { links, yearsWithout } = await comparedLinks(observatory, population, pairs, cities, works, {
    filter,
    ...given,
  });
  const graph = networkOfEdges(cities, links);
  const found = findCommunities(graph, works, given);
  const strength = strengths(graph);
  const rows = (await nodesOf(observatory, population, given, graph, works, found)).sort(
    (p, q) => q.strength - p.strength || (p.place.id < q.place.id ? -1 : 1),
  );
  const whole = wholeOf(graph, found, given);
  return {
    about: await describeNetwork(observatory, population, {
      ...{ given, question, chosen, whole, yearsWithout },
      countries: new Set(rows.map(({ place }) => place.country)),
    }),
    rows,
    place: question.place,
    counting: given.counting,
    whole,
    communities: communitiesOf(found, cities, strength),
    links,
  };
}

async function nodesOf(
  observatory: Observatory,
  population: Population,
  { level, seed }: NetworkParams,
  graph: Graph,
  works: readonly JointWork[],
  found: Found,
): Promise<NetworkRow[]> {
  const { nodes } = graph;
  const names = await placeNames(observatory, nodes);
  const points = await observatory.query<{ place: string; latitude: number; longitude: number }>(
    sql`SELECT place, latitude, longitude FROM places WHERE place IN (${list(nodes)})`,
  );
  const at = new Map(points.map((point) => [point.place, point]));
  const yearly = await outputs(observatory, population, { kinds: ['cities'], definitions: null, adHoc: [] });
  const shares = new Map(gather(yearly, null, 'share').map(({ id, share }) => [id, share]));
  const strength = strengths(graph);
  const intervals = strengthIntervals(graph, works, population.works, level);
  const central = centralities(graph);
  const drawn = layout(graph, seed);
  return nodes.map((city, i): NetworkRow => {
    const figures = {
      betweenness: central.betweenness[i],
      closeness: central.closeness[i],
      eigenvector: central.eigenvector[i],
      pageRank: central.pageRank[i],
      clustering: central.clustering[i],
      constraint: central.constraint[i],
      stability: found.stability[i],
    };
    return {
      place: names.get(city)!,
      latitude: at.get(city)?.latitude ?? null,
      longitude: at.get(city)?.longitude ?? null,
      share: shares.get(city) ?? 0,
      strength: Number(strength[i].toPrecision(12)),
      strengthInterval: intervals[i],
      degree: central.degree[i],
      betweenness: figures.betweenness.value,
      closeness: figures.closeness.value,
      eigenvector: figures.eigenvector.value,
      pageRank: figures.pageRank.value,
      core: central.core[i],
      clustering: figures.clustering.value,
      constraint: figures.constraint.value,
      community: found.of[i] < 0 ? null : found.of[i] + 1,
      stability: figures.stability.value,
      ...drawn[i],
      reason: whyUndefined(figures),
    };
  });
}

function communitiesOf(found: Found, cities: readonly string[], strength: Float64Array): Community[] {
  return found.groups.map(({ nodes, stability, together }, g) => ({
    number: g + 1,
    size: nodes.length,
    members: [...nodes].sort((i, j) => strength[j] - strength[i] || i - j).map((i) => cities[i]),
    stability: stability.value,
    together: together.value,
    reason: whyUndefined({ stability, together }),
  }));
}

function wholeOf(graph: Graph, { best, agreement }: Found, given: NetworkParams): Whole {
  const { nodes, offsets } = graph;
  const linked = [...nodes.keys()].filter((i) => offsets[i + 1] > offsets[i]);
  const component = components(graph);
  return {
    cities: nodes.length,
    links: linkCount(graph),
    density: networkDensity(graph).value,
    components: new Set(linked.map((i) => component[i])).size,
    withoutLinks: nodes.length - linked.length,
    modularity: best.value?.modularity ?? null,
    resolution: given.resolution,
    runs: best.value?.restarts ?? 0,
    reached: best.value?.reached ?? null,
    runsAgree: best.value?.stability.value ?? null,
    replicates: given.replicates,
    agreement: agreement.value,
  };
}
