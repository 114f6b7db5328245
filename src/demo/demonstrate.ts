import { join } from 'node:path';

import { Gazetteer } from '../places/gazetteer.ts';
import { shippedDefinitions } from '../places/regions/read.ts';
import { worldCities, worldRegions } from './places.ts';
import type { RegionTruth } from './truth.ts';
import { generateWorld, type World } from './world.ts';
import { partName, writePart, writeSurroundings, type WorksParameters, type WrittenPart } from './write.ts';

export interface DemonstrationParameters extends Partial<WorksParameters> {
  readonly seed?: number;
  readonly years?: readonly [number, number];
}

export const DEMONSTRATION = { works: 40_000, parts: 4, size: 'slim', seed: 1 } as const;

export interface Demonstration {
  /** Folder with the parts of works. */
  readonly works: string;
  readonly institutions: string;
  readonly truthFile: string;
  readonly truth: readonly RegionTruth[];
  readonly parts: readonly WrittenPart[];
}

/** The synthetic world of the shipped gazetteer and definitions. */
export async function shippedWorld(seed: number, years?: readonly [number, number]): Promise<World> {
  const gazetteer = await Gazetteer.open();
  const regions = worldRegions(await shippedDefinitions(gazetteer));
  return generateWorld({ seed, regions, cities: worldCities(gazetteer, regions), ...(years && { years }) });
}

/**
 * Writes a synthetic demonstration: `works/part_00N.gz` (OpenAlex works), `institutions.jsonl` (OpenAlex institutions)
 * and `truth.json` (what happens to each region). Synthetic works for real cities: it shows the software and concludes
 * nothing. The same parameters give the same bytes.
 *
 * @throws RangeError for a seed, works or parts that are no whole numbers, or more parts than works
 */
export async function writeDemonstration(
  folder: string,
  parameters: DemonstrationParameters = {},
): Promise<Demonstration> {
  const { works, parts, size, seed, years } = { ...DEMONSTRATION, years: undefined, ...parameters };
  if (!Number.isSafeInteger(works) || !Number.isSafeInteger(parts) || parts < 1 || works < parts)
    throw new RangeError(
      `works and parts must be whole numbers, works ≥ parts ≥ 1, got ${works} and ${parts}`,
    );
  const world = await shippedWorld(seed, years);
  await writeSurroundings(world, folder, { works, parts, size });
  const written: WrittenPart[] = [];
  for (let part = 0; part < parts; part++)
    written.push(await writePart(world, { works, parts, size }, part, join(folder, 'works', partName(part))));
  return {
    works: join(folder, 'works'),
    institutions: join(folder, 'institutions.jsonl'),
    truthFile: join(folder, 'truth.json'),
    truth: world.truth,
    parts: written,
  };
}
