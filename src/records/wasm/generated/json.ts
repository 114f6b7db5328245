// Written by tools/record-fields.mjs from src/records/spec.ts and work-rows.ts: change those, and build.
import { LOST } from '../json';
import { namesTable } from '../names';
import { NO_NUMBER, NOT_TOLD } from '../rows';
import { NULL, readText, writeText } from '../scalars';
import { reserveText } from '../text';
import { boolean, integer, number } from '../values';
import { AREA_DOI, AREA_UPDATED, AREA_SYNTHETIC } from './layout';

/** Keys of a work that are read; the place of each is the bit that marks it as seen. */
export const KEY_ID: i32 = 0;
export const KEY_PUBLICATION_YEAR: i32 = 1;
export const KEY_TYPE: i32 = 2;
export const KEY_DISPLAY_NAME: i32 = 3;
export const KEY_TITLE: i32 = 4;
export const KEY_DOI: i32 = 5;
export const KEY_CITED_BY_COUNT: i32 = 6;
export const KEY_UPDATED_DATE: i32 = 7;
export const KEY_IS_RETRACTED: i32 = 8;
export const KEY_IS_PARATEXT: i32 = 9;
export const KEY_IS_XPAC: i32 = 10;
export const KEY_IS_AUTHORS_TRUNCATED: i32 = 11;
export const KEY_SYNTHETIC: i32 = 12;
export const KEY_PRIMARY_LOCATION: i32 = 13;
export const KEY_HOST_VENUE: i32 = 14;
export const KEY_PRIMARY_TOPIC: i32 = 15;
export const KEY_TOPICS: i32 = 16;
export const KEY_AUTHORSHIPS: i32 = 17;
export const WORK = namesTable(['id', 'publication_year', 'type', 'display_name', 'title', 'doi', 'cited_by_count', 'updated_date', 'is_retracted', 'is_paratext', 'is_xpac', 'is_authors_truncated', 'synthetic', 'primary_location', 'host_venue', 'primary_topic', 'topics', 'authorships']);

let year: u64 = NULL;
let citations: u64 = NULL;
let retracted: u64 = NULL;
let paratext: u64 = NULL;
let extended: u64 = NULL;
let truncated: u64 = NULL;
export const type = reserveText();
export const title = reserveText();
const doi = reserveText();
const updated = reserveText();
const synthetic = reserveText();

/** A work begins. */
export function beginScalars(): void {
  year = NULL;
  citations = NULL;
  retracted = NULL;
  paratext = NULL;
  extended = NULL;
  truncated = NULL;
  type.from = 0;
  title.from = 0;
  doi.from = 0;
  updated.from = 0;
  synthetic.from = 0;
}

/** The value at `p` of a field that one key tells; lost for others. */
export function readScalar(key: i32, p: usize): usize {
  switch (key) {
    case KEY_PUBLICATION_YEAR:
      p = integer(p);
      year = number;
      return p;
    case KEY_TYPE:
      return readText(type, p);
    case KEY_DISPLAY_NAME:
      return readText(title, p);
    case KEY_DOI:
      return readText(doi, p);
    case KEY_CITED_BY_COUNT:
      p = integer(p);
      citations = number;
      return p;
    case KEY_UPDATED_DATE:
      return readText(updated, p);
    case KEY_IS_RETRACTED:
      p = boolean(p);
      retracted = number;
      return p;
    case KEY_IS_PARATEXT:
      p = boolean(p);
      paratext = number;
      return p;
    case KEY_IS_XPAC:
      p = boolean(p);
      extended = number;
      return p;
    case KEY_IS_AUTHORS_TRUNCATED:
      p = boolean(p);
      truncated = number;
      return p;
    case KEY_SYNTHETIC:
      return readText(synthetic, p);
    default:
      return LOST;
  }
}

/** Numbers and flags of the work read last, into its row. */
export function writeScalars(at: usize): void {
  store<i32>(at, year == NULL ? NO_NUMBER : i32(year), 12);
  store<i32>(at, citations == NULL ? NO_NUMBER : i32(citations), 16);
  store<u8>(at, u8(retracted == 1), 36);
  store<u8>(at, u8(paratext == 1), 37);
  store<u8>(at, u8(extended == 1), 38);
  store<u8>(at, truncated == NULL ? u8(NOT_TOLD) : u8(truncated), 39);
}

/** Texts of the work read last that stand as they are; gives their bits. */
export function writeTexts(): u32 {
  return writeText(AREA_DOI, doi) | writeText(AREA_UPDATED, updated) | writeText(AREA_SYNTHETIC, synthetic);
}
