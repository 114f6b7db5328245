/**
 * `synopolis`: build an observatory, open it, and ask it. The arithmetic alone is in `synopolis/measures`, the
 * econometrics in `synopolis/effects`.
 *
 * @example
 * const observatory = await openObservatory('observatory');
 * const { ranking } = analyses;
 * const { rows, about } = await ranking.run(observatory, ranking.params.parse({ top: 10 }));
 * observatory.close();
 */
import { Observatory } from './observatory/index.ts';

export * from './analyses/index.ts';
export { type Language, type Message, render } from './base/index.ts';
export {
  askObservatory,
  build,
  BuildCancelled,
  type BuildOptions,
  type BuildWorld,
  Filters,
  LawError,
  type Manifest,
  Observatory,
  type Progress,
  readManifest,
  ReplacedError,
  VERSION,
  type Violation,
} from './observatory/index.ts';
export {
  type Checked,
  type CheckedClaims,
  type CheckedRow,
  checkClaims,
  type Claim,
  type ClaimsFile,
  type Difference,
  differences,
  type Ledger,
  ledger,
  readClaims,
  claimRow,
  shippedClaims,
  type Verdict,
  withoutObservatory,
  type World,
} from './claims/index.ts';
export {
  density,
  type Derived,
  exchange,
  Facts,
  type FactsOptions,
  figure,
  type Figure,
  type FigureQuestion,
  growth,
  perHead,
  series,
  type Series,
  type SeriesQuestion,
  shareOf,
} from './facts/index.ts';
export {
  checkDefinitions,
  type Definition,
  Gazetteer,
  type Place,
  readDefinitions,
  shippedDefinitions,
} from './places/index.ts';
export {
  type Area,
  areaOf,
  browse,
  checkResources,
  type Counts,
  countsThroughTime,
  Directory,
  type DirectoryOptions,
  Expertise,
  fieldTerms,
  type Filters as ResourceFilters,
  Glossary,
  type HowSure,
  howSure,
  howSureText,
  type Listed,
  matchNeed,
  type Need,
  Needs,
  type NeedsOptions,
  parseNeed,
  type Ranker,
  readCorpus,
  type Resource,
  ResourceSearch,
} from './resources/index.ts';

/**
 * Opens the observatory of a folder for reading.
 * @throws InputError where the folder is no finished observatory of this version's format
 */
export function openObservatory(...asked: Parameters<typeof Observatory.open>): Promise<Observatory> {
  return Observatory.open(...asked);
}
