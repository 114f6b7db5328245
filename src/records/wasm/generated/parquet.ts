// Written by tools/record-fields.mjs from src/records/spec.ts and work-rows.ts: change those, and build.
import { next } from '../parquet/leaf';
import { add, addDate, told, whole } from '../parquet/scalars';
import { leafAt } from '../parquet/slots';
import { NO_NUMBER, NOT_TOLD } from '../rows';
import { AREA_DOI, AREA_UPDATED, AREA_SYNTHETIC } from './layout';

/** Which leaf of a file is which: the first of each object. */
export const LEAF_ID: usize = 0;
export const LEAF_PUBLICATION_YEAR: usize = 1;
export const LEAF_TYPE: usize = 2;
export const LEAF_DISPLAY_NAME: usize = 3;
export const LEAF_TITLE: usize = 4;
export const LEAF_DOI: usize = 5;
export const LEAF_CITED_BY_COUNT: usize = 6;
export const LEAF_UPDATED_DATE: usize = 7;
export const LEAF_IS_RETRACTED: usize = 8;
export const LEAF_IS_PARATEXT: usize = 9;
export const LEAF_IS_XPAC: usize = 10;
export const LEAF_IS_AUTHORS_TRUNCATED: usize = 11;
export const LEAF_SYNTHETIC: usize = 12;
export const LEAF_PRIMARY_LOCATION_SOURCE: usize = 13;
export const LEAF_HOST_VENUE: usize = 17;
export const LEAF_PRIMARY_TOPIC: usize = 21;
export const LEAF_TOPICS: usize = 29;
export const LEAF_AUTHOR: usize = 37;
export const LEAF_COUNTRIES: usize = 38;
export const LEAF_INSTITUTIONS: usize = 39;
export const LEAF_RAW_AFFILIATION_STRINGS: usize = 44;
export const LEAF_AFFILIATIONS: usize = 45;

let year: i32 = NO_NUMBER;
let citations: i32 = NO_NUMBER;
let retracted: u32 = NOT_TOLD;
let paratext: u32 = NOT_TOLD;
let extended: u32 = NOT_TOLD;
let truncated: u32 = NOT_TOLD;
/** Whether the row has the text. */
export let type: bool = false;
export let title: bool = false;
let doi: bool = false;
let updated: bool = false;
let synthetic: bool = false;

/** Goes on to the next row in every leaf that one field tells. */
export function nextScalars(): void {
  year = whole(leafAt(LEAF_PUBLICATION_YEAR));
  type = next(leafAt(LEAF_TYPE));
  title = next(leafAt(LEAF_DISPLAY_NAME));
  doi = next(leafAt(LEAF_DOI));
  citations = whole(leafAt(LEAF_CITED_BY_COUNT));
  updated = next(leafAt(LEAF_UPDATED_DATE));
  retracted = told(leafAt(LEAF_IS_RETRACTED));
  paratext = told(leafAt(LEAF_IS_PARATEXT));
  extended = told(leafAt(LEAF_IS_XPAC));
  truncated = told(leafAt(LEAF_IS_AUTHORS_TRUNCATED));
  synthetic = next(leafAt(LEAF_SYNTHETIC));
}

/** Numbers and flags of the row, into that of its work. */
export function writeScalars(at: usize): void {
  store<i32>(at, year, 12);
  store<i32>(at, citations, 16);
  store<u8>(at, u8(retracted == 1), 36);
  store<u8>(at, u8(paratext == 1), 37);
  store<u8>(at, u8(extended == 1), 38);
  store<u8>(at, u8(truncated), 39);
}

/** Texts of the row that stand as they are; gives their bits. */
export function writeTexts(): u32 {
  let texts: u32 = 0;
  if (doi) texts |= add(AREA_DOI, leafAt(LEAF_DOI));
  if (updated) texts |= addDate(AREA_UPDATED, leafAt(LEAF_UPDATED_DATE));
  if (synthetic) texts |= add(AREA_SYNTHETIC, leafAt(LEAF_SYNTHETIC));
  return texts;
}
