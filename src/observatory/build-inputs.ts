import {
  type Definition,
  Gazetteer,
  prepareInstitutions,
  type PreparedInstitutions,
  readDefinitions,
  shippedDefinitions,
} from '../places/index.ts';
import type { BuildOptions } from './options.ts';

/** What works are held against. */
export interface BuildInputs {
  readonly prepared: PreparedInstitutions;
  readonly definitions: readonly Definition[];
  readonly gazetteer: Gazetteer;
}

/** @throws InputError where institutions, corrections or definitions cannot be used */
export async function readBuildInputs({
  institutions,
  corrections,
  regions = [],
}: Pick<BuildOptions, 'institutions' | 'corrections' | 'regions'>): Promise<BuildInputs> {
  const gazetteer = await Gazetteer.open();
  const definitions = await (regions.length === 0
    ? shippedDefinitions(gazetteer)
    : readDefinitions(regions, gazetteer));
  const prepared = await prepareInstitutions({ paths: institutions, corrections }, gazetteer);
  return { prepared, definitions, gazetteer };
}
