import { ANALYSES } from '../analyses/index.ts';
import { analysesList } from './analyses/list.ts';
import { analysisSource } from './analyses/source.ts';
import { claims, oneClaim, ownClaim } from './claims/sources.ts';
import { definitions } from './definitions/source.ts';
import { fields } from './fields/source.ts';
import { manifest } from './manifest/source.ts';
import { onePlace, placeSearch } from './places/sources.ts';
import { oneResource, resourceCounts, resources } from './resources/sources.ts';
import { sectors } from './sectors/source.ts';
import type { Source } from './source.ts';
import { figures, metrics } from './statistics/sources.ts';

/** Everything that can be asked for, in the order of the document that describes it. */
export const SOURCES: readonly Source[] = [
  analysesList,
  ...ANALYSES.map((analysis) => analysisSource(analysis as Parameters<typeof analysisSource>[0])),
  placeSearch,
  onePlace,
  definitions,
  fields,
  sectors,
  claims,
  // Before the claim of an id, which would be called `check`.
  ownClaim,
  oneClaim,
  metrics,
  figures,
  resources,
  resourceCounts,
  oneResource,
  manifest,
];

const BY_ID: ReadonlyMap<string, Source> = new Map(SOURCES.map((source) => [source.id, source]));

/** @throws RangeError for an id that is none: the route was made from one that is */
export function sourceById(id: string): Source {
  const source = BY_ID.get(id);
  if (source === undefined) throw new RangeError(`source takes ${[...BY_ID.keys()].join(', ')}, not ${id}`);
  return source;
}
