export type { Bilingual, Language } from '../base/language.ts';
export { csvCell } from './csv-cell.ts';
export { shownText } from './shown-text.ts';
export { plainText, spreadsheetComment, spreadsheetText } from './spreadsheet-text.ts';
export { type CsvRow, type CsvShape, parseCsv, readCsv } from './csv.ts';
export { displayNames, type ShownPlace } from './display-names.ts';
export { makeFolder } from './make-folder.ts';
export { Gazetteer, NEAREST_KM, type Standing } from './gazetteer.ts';
export { openAlexId, rorId } from './institutions/record.ts';
export type { InstitutionFile } from './institutions/read.ts';
export {
  locate,
  type Located,
  type LocatedBy,
  SEAT_KM,
  type Siting,
  type UnlocatedReason,
} from './locate.ts';
export { kindName, kindNames } from './kind-names.ts';
export { kilometres } from './nearest.ts';
export { sameGround } from './same-ground.ts';
export { ROOT } from './tables.ts';
export { normaliseName } from './normalise.ts';
export { nation, nationOf, parsePlaceId, type Place, type PlaceId, type PlaceKind } from './place.ts';
export {
  type Corrected,
  type PreparationReport,
  type PreparedInstitution,
  type PreparedInstitutions,
  prepareInstitutions,
} from './prepare.ts';
export type { NameRow } from './preparing/names.ts';
export { type Doubtful, FAR_KM } from './preparing/report.ts';
export type { Refusal, Resolution, ResolveOptions } from './resolve.ts';
export { checkDefinitions, type DefinitionProblem } from './regions/check.ts';
export {
  type DisjointRegions,
  disjointRegions,
  type DrawnRegion,
  sameIdea,
  sharedCities,
} from './regions/disjoint.ts';
export {
  type Definition,
  type DefinitionMember,
  readDefinitions,
  shippedDefinitions,
} from './regions/read.ts';
