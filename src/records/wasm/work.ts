import { authorships, noAuthorships } from './authorships';
import { LINE_FEED, LOST, OPEN_ARRAY, OPEN_OBJECT, QUOTE, skipNull, skipSpace, skipValue } from './json';
import { code, known, SOURCE, TOPIC } from './known';
import {
  beginScalars,
  KEY_AUTHORSHIPS,
  KEY_HOST_VENUE,
  KEY_ID,
  KEY_PRIMARY_LOCATION,
  KEY_PRIMARY_TOPIC,
  KEY_TITLE,
  KEY_TOPICS,
  readScalar,
  title,
  WORK,
} from './generated/json';
import { CLOSED, found, key, namesTable } from './names';
import { readText } from './scalars';
import { plain, plainFrom, plainTo } from './text';
import { element, ended, id, isEmptyArray, number } from './values';

const LOCATION = namesTable(['source']);
const LETTER_W: u32 = 0x57;

/** The work read last. Codes are 0 where there is none. */
export let work: u64 = 0;
export let source: i32 = 0;
export let topic: i32 = 0;

/** Where the value of `title` stands, which counts where `display_name` is blank; 0 without one. */
let titleAt: usize = 0;

let topicTold: bool = false;
let topicsAt: usize = 0;
let venue: i32 = 0;

function begin(): void {
  work = 0;
  source = 0;
  topic = 0;
  beginScalars();
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
    case KEY_ID:
      p = id(p, LETTER_W);
      work = number;
      return p;
    case KEY_TITLE:
      titleAt = p;
      return load<u8>(p) == QUOTE ? skipValue(p) : skipNull(p);
    case KEY_PRIMARY_LOCATION:
      return load<u8>(p) == OPEN_OBJECT ? location(p) : skipNull(p);
    case KEY_HOST_VENUE:
      if (load<u8>(p) != OPEN_OBJECT) return skipNull(p);
      p = known(SOURCE, p);
      venue = code;
      return p;
    case KEY_PRIMARY_TOPIC:
      topicTold = load<u8>(p) == OPEN_OBJECT;
      if (!topicTold) return skipNull(p);
      p = known(TOPIC, p);
      topic = code;
      return p;
    case KEY_TOPICS:
      topicsAt = p;
      return load<u8>(p) == OPEN_ARRAY ? skipValue(p) : skipNull(p);
    case KEY_AUTHORSHIPS:
      return load<u8>(p) == OPEN_ARRAY ? authorships(p) : skipNull(p);
    default:
      return readScalar(field, p);
  }
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
    if (!plain(title)) return false;
    if (plainFrom == plainTo && readText(title, titleAt) == LOST) return false;
  }
  if (topic != 0 || topicsAt == 0 || isEmptyArray(topicsAt)) return true;
  // Before 2024 there was no primary topic: the first of `topics` counts.
  if (topicTold || load<u8>(topicsAt) != OPEN_ARRAY) return false;
  const first = element(topicsAt + 1);
  if (first == LOST || ended || known(TOPIC, first) == LOST) return false;
  topic = code;
  return true;
}
