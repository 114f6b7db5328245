import { authorships, noAuthorships } from './authorships';
import { LINE_FEED, LOST, OPEN_ARRAY, OPEN_OBJECT, QUOTE, skipNull, skipSpace, skipValue } from './json';
import { code, known, SOURCE, TOPIC } from './known';
import { CLOSED, found, key, namesTable } from './names';
import { plain, plainFrom, plainTo, reserveText, Text } from './text';
import {
  boolean,
  element,
  ended,
  id,
  integer,
  isEmptyArray,
  number,
  string,
  textEscaped,
  textFrom,
  textTo,
} from './values';

/*
 * The fields of a work that are used, in the order in which the relation `works` has them; the place of each is the bit
 * that marks it as seen.
 */
const ID: i32 = 0;
const DOI: i32 = 1;
const TITLE: i32 = 2;
const DISPLAY_NAME: i32 = 3;
const PUBLICATION_YEAR: i32 = 4;
const TYPE: i32 = 5;
const IS_RETRACTED: i32 = 6;
const IS_PARATEXT: i32 = 7;
const IS_XPAC: i32 = 8;
const IS_AUTHORS_TRUNCATED: i32 = 9;
const CITED_BY_COUNT: i32 = 10;
const PRIMARY_LOCATION: i32 = 11;
const HOST_VENUE: i32 = 12;
const PRIMARY_TOPIC: i32 = 13;
const TOPICS: i32 = 14;
const AUTHORSHIPS: i32 = 15;
const UPDATED_DATE: i32 = 16;
const SYNTHETIC: i32 = 17;
const WORK = namesTable([
  'id',
  'doi',
  'title',
  'display_name',
  'publication_year',
  'type',
  'is_retracted',
  'is_paratext',
  'is_xpac',
  'is_authors_truncated',
  'cited_by_count',
  'primary_location',
  'host_venue',
  'primary_topic',
  'topics',
  'authorships',
  'updated_date',
  'synthetic',
]);
const LOCATION = namesTable(['source']);
const LETTER_W: u32 = 0x57;

/** What a field is that the record does not have, or has as null. */
export const NULL: u64 = u64.MAX_VALUE;

/** The work read last. Codes are 0 where there is none. */
export let work: u64 = 0;
export let year: u64 = NULL;
export let citations: u64 = NULL;
export let retracted: u64 = 0;
export let paratext: u64 = 0;
export let extended: u64 = 0;
export let truncated: u64 = NULL;
export let source: i32 = 0;
export let topic: i32 = 0;
export const doi = reserveText();
export const name = reserveText();
export const type = reserveText();
export const updated = reserveText();
export const synthetic = reserveText();

/** Where the value of `title` stands, which counts where `display_name` is blank; 0 without one. */
let titleAt: usize = 0;

let topicTold: bool = false;
let topicsAt: usize = 0;
let venue: i32 = 0;

function begin(): void {
  work = 0;
  year = NULL;
  citations = NULL;
  retracted = 0;
  paratext = 0;
  extended = 0;
  truncated = NULL;
  source = 0;
  topic = 0;
  doi.from = 0;
  name.from = 0;
  type.from = 0;
  updated.from = 0;
  synthetic.from = 0;
  titleAt = 0;
  topicTold = false;
  topicsAt = 0;
  venue = 0;
  noAuthorships();
}

/** The work in the line at `p`: past it, onto the line feed; lost where not sure. */
export function readWork(p: usize): usize {
  p = skipSpace(p);
  if (load<u8>(p) != OPEN_OBJECT) return LOST;
  begin();
  p++;
  let seen: i32 = 0;
  while (true) {
    p = key(p, WORK);
    if (p == LOST) return LOST;
    const field = found;
    if (field == CLOSED) break;
    if (field >= 0) {
      if (seen & (1 << field)) return LOST;
      seen |= 1 << field;
      p = readField(field, p);
    } else p = skipValue(p);
    if (p == LOST) return LOST;
  }
  p = skipSpace(p);
  return load<u8>(p) == LINE_FEED && work != 0 && conclude() ? p : LOST;
}

function readField(field: i32, p: usize): usize {
  switch (field) {
    case ID:
      p = id(p, LETTER_W);
      work = number;
      return p;
    case DOI:
      return readText(doi, p);
    case DISPLAY_NAME:
      return readText(name, p);
    case TYPE:
      return readText(type, p);
    case UPDATED_DATE:
      return readText(updated, p);
    case SYNTHETIC:
      return readText(synthetic, p);
    case TITLE:
      titleAt = p;
      return load<u8>(p) == QUOTE ? skipValue(p) : skipNull(p);
    case PUBLICATION_YEAR:
      p = integer(p);
      year = number;
      return p;
    case CITED_BY_COUNT:
      p = integer(p);
      citations = number;
      return p;
    case IS_RETRACTED:
      p = boolean(p);
      retracted = u64(number == 1);
      return p;
    case IS_PARATEXT:
      p = boolean(p);
      paratext = u64(number == 1);
      return p;
    case IS_XPAC:
      p = boolean(p);
      extended = u64(number == 1);
      return p;
    case IS_AUTHORS_TRUNCATED:
      p = boolean(p);
      truncated = number;
      return p;
    case PRIMARY_LOCATION:
      return load<u8>(p) == OPEN_OBJECT ? location(p) : skipNull(p);
    case HOST_VENUE:
      if (load<u8>(p) != OPEN_OBJECT) return skipNull(p);
      p = known(SOURCE, p);
      venue = code;
      return p;
    case PRIMARY_TOPIC:
      topicTold = load<u8>(p) == OPEN_OBJECT;
      if (!topicTold) return skipNull(p);
      p = known(TOPIC, p);
      topic = code;
      return p;
    case TOPICS:
      topicsAt = p;
      return load<u8>(p) == OPEN_ARRAY ? skipValue(p) : skipNull(p);
    case AUTHORSHIPS:
      return load<u8>(p) == OPEN_ARRAY ? authorships(p) : skipNull(p);
    default:
      return LOST;
  }
}

function readText(text: Text, p: usize): usize {
  p = string(p);
  text.from = textFrom;
  text.to = textTo;
  text.escaped = textEscaped;
  return p;
}

function location(p: usize): usize {
  let seen = false;
  p++;
  while (true) {
    p = key(p, LOCATION);
    if (p == LOST || found == CLOSED) return p;
    if (found == 0) {
      if (seen) return LOST;
      seen = true;
    }
    if (found != 0) p = skipValue(p);
    else if (load<u8>(p) == OPEN_OBJECT) {
      p = known(SOURCE, p);
      source = code;
    } else p = skipNull(p);
    if (p == LOST) return LOST;
  }
}

/** What depends on several fields, once all are read; false where not sure. */
function conclude(): bool {
  if (source == 0) source = venue;
  if (titleAt != 0) {
    if (!plain(name)) return false;
    if (plainFrom == plainTo && readText(name, titleAt) == LOST) return false;
  }
  if (topic != 0 || topicsAt == 0 || isEmptyArray(topicsAt)) return true;
  // Before 2024 there was no primary topic: the first of `topics` counts.
  if (topicTold || load<u8>(topicsAt) != OPEN_ARRAY) return false;
  const first = element(topicsAt + 1);
  if (first == LOST || ended || known(TOPIC, first) == LOST) return false;
  topic = code;
  return true;
}
