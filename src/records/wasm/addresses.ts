import { reserve } from './areas';
import { address, unpaired } from './host';
import {
  BACKSLASH,
  CLOSE_ARRAY,
  COLON,
  COMMA,
  LOST,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  skipNull,
  skipSpace,
  skipValue,
  SPACE,
} from './json';
import { addressed, institutionOf, mentionCount } from './mentions';
import { CLOSED, found, key, namesTable } from './names';
import { element, ended, id, number, string, textFrom, textTo } from './values';

/*
 * The address strings of an authorship and which institutions they belong to, as `../pair-addresses.ts` says. A string is given by
 * where it begins and ends between its quotes.
 */

const RAW: i32 = 0;
const IDS: i32 = 1;
const AFFILIATION = namesTable(['raw_affiliation_string', 'institution_ids']);
const LETTER_I: u32 = 0x49;

/** Strings, affiliations and ids that one authorship may have here; one with more goes to `JSON.parse`. */
const MOST: u32 = 256;
const SPAN: usize = 8;
/** Of `raw_affiliation_strings`. */
const strings: usize = reserve(usize(MOST) * SPAN);
let stringCount: u32 = 0;
/** Of `affiliations`: the string, and where its ids begin and end among `ids`. */
const AFFILIATED: usize = 16;
const affiliations: usize = reserve(usize(MOST) * AFFILIATED);
let affiliationCount: u32 = 0;
const ids: usize = reserve(usize(MOST) * 8);
let idCount: u32 = 0;
/** The numbers of the institutions that the authorship mentions, in the order of its mentions; 0 where one is not known. */
const numbers: usize = reserve(usize(MOST) * 8);
let numberCount: u32 = 0;
/** The strings that the host is asked about. */
export const addressSpans: usize = reserve(usize(MOST) * SPAN);

export function beginAddresses(): void {
  stringCount = 0;
  affiliationCount = 0;
  idCount = 0;
  numberCount = 0;
}

/** An institution of the authorship was mentioned whose object begins at `p`; false where there are too many. */
export function mentionedAt(p: usize): bool {
  if (numberCount == MOST) return false;
  store<u64>(numbers + usize(numberCount++) * 8, numberAt(p));
  return true;
}

/** Of the object at `p` where it begins `{"id":"https://openalex.org/I`, as nearly all do. */
function numberAt(p: usize): u64 {
  p = skipSpace(p + 1);
  // `"id"`
  if (load<u32>(p) != 0x22646922) return 0;
  p = skipSpace(p + 4);
  return load<u8>(p) != COLON || id(skipSpace(p + 1), LETTER_I) == LOST ? 0 : number;
}

/** `p` stands on the array of strings: past it. */
export function addressStrings(p: usize): usize {
  stringCount = 0;
  let first = true;
  p++;
  while (true) {
    p = skipSpace(p);
    let c: u32 = load<u8>(p);
    if (c == CLOSE_ARRAY) return p + 1;
    if (!first) {
      if (c != COMMA) return LOST;
      p = skipSpace(p + 1);
      c = load<u8>(p);
    }
    first = false;
    if (c != QUOTE) {
      p = skipNull(p);
      if (p == LOST) return LOST;
      continue;
    }
    p = string(p);
    if (p == LOST || maybeBlank()) return LOST;
    if (isBlank()) continue;
    if (stringCount == MOST) return LOST;
    put(strings + usize(stringCount++) * SPAN);
  }
}

/** `p` stands on the array of affiliations: past it. */
export function affiliationsOf(p: usize): usize {
  affiliationCount = 0;
  idCount = 0;
  p++;
  while (true) {
    p = element(p);
    if (p == LOST || ended) return p;
    p = affiliation(p);
    if (p == LOST) return LOST;
  }
}

function affiliation(p: usize): usize {
  if (affiliationCount == MOST) return LOST;
  const at = affiliations + usize(affiliationCount) * AFFILIATED;
  store<u32>(at, 0);
  store<u32>(at, 0, 4);
  store<u32>(at, idCount, 8);
  let seen: i32 = 0;
  p++;
  while (true) {
    p = key(p, AFFILIATION);
    if (p == LOST) return LOST;
    const field = found;
    if (field == CLOSED) break;
    if (field >= 0) {
      if (seen & (1 << field)) return LOST;
      seen |= 1 << field;
    }
    if (field == RAW) {
      p = string(p);
      if (p == LOST) return LOST;
      if (textFrom != 0) {
        if (maybeBlank()) return LOST;
        if (!isBlank()) put(at);
      }
    } else if (field == IDS) {
      p = load<u8>(p) == OPEN_ARRAY ? idsOf(p) : skipNull(p);
    } else p = skipValue(p);
    if (p == LOST) return LOST;
  }
  store<u32>(at, idCount, 12);
  if (load<u32>(at) != load<u32>(at, 4)) affiliationCount++;
  return p;
}

function idsOf(p: usize): usize {
  let first = true;
  p++;
  while (true) {
    p = skipSpace(p);
    const c: u32 = load<u8>(p);
    if (c == CLOSE_ARRAY) return p + 1;
    if (!first) {
      if (c != COMMA) return LOST;
      p = skipSpace(p + 1);
    }
    first = false;
    p = id(p, LETTER_I);
    if (p == LOST || idCount == MOST) return LOST;
    store<u64>(ids + usize(idCount++) * 8, number);
  }
}

/** Whether the string read last is nothing but space, as `trim` knows it. */
function isBlank(): bool {
  return afterSpaces() == textTo;
}

/** Whether the string read last begins, behind space, with an escape by number that may be space: then it is not said here whether it is blank. */
function maybeBlank(): bool {
  const p = afterSpaces();
  if (p == textTo || load<u8>(p) != BACKSLASH || load<u8>(p + 1) != 0x75) return false;
  // The first two digits of U+000B, U+0020, U+1680, U+2000, U+3000 and U+FEFF.
  const digits: u32 = load<u16>(p + 2) | 0x2020;
  return digits == 0x3030 || digits == 0x3631 || digits == 0x3032 || digits == 0x3033 || digits == 0x6566;
}

/** Past the space that the string read last begins with. */
function afterSpaces(): usize {
  let p = textFrom;
  while (p < textTo) {
    const length = spaceAt(p);
    if (length == 0) break;
    p += length;
  }
  return p;
}

/** How many bytes the space at `p` has, as it stands in JSON; 0 where there is none. */
function spaceAt(p: usize): usize {
  const c: u32 = load<u8>(p);
  if (c == SPACE) return 1;
  const next: u32 = load<u8>(p + 1);
  if (c == BACKSLASH) return next == 0x6e || next == 0x74 || next == 0x72 || next == 0x66 ? 2 : 0;
  if (c < 0xc2) return 0;
  const last: u32 = load<u8>(p + 2);
  if (c == 0xc2) return next == 0xa0 ? 2 : 0;
  if (c == 0xe1) return next == 0x9a && last == 0x80 ? 3 : 0;
  if (c == 0xe2) {
    if (next == 0x81) return last == 0x9f ? 3 : 0;
    return next == 0x80 && (last <= 0x8a || last == 0xa8 || last == 0xa9 || last == 0xaf) ? 3 : 0;
  }
  if (c == 0xe3) return next == 0x80 && last == 0x80 ? 3 : 0;
  return c == 0xef && next == 0xbb && last == 0xbf ? 3 : 0;
}

function put(at: usize): void {
  store<u32>(at, u32(textFrom));
  store<u32>(at, u32(textTo), 4);
}

/** What stands beside the mentions of the authorship, from `first` on; false where that is not sure. `nobody`: it names no institution. */
export function pairAddresses(first: u32, nobody: bool): bool {
  if (stringCount == 0 && affiliationCount == 0) return true;
  if (nobody) {
    addressed(first, address(institutionOf(first), false, all()));
    return true;
  }
  const count = mentionCount - first;
  if (affiliationCount == 0) {
    const shared = count > 1;
    for (let i = first; i < mentionCount; i++) {
      const institution = institutionOf(i);
      addressed(i, shared && stringCount > 1 ? unpaired(institution) : address(institution, shared, all()));
    }
    return true;
  }
  if (numberCount != count) return false;
  for (let i: u32 = 0; i < count; i++) {
    const own: u64 = load<u64>(numbers + usize(i) * 8);
    if (own == 0) return false;
    const spans = ofInstitution(own);
    if (spans > 0) addressed(first + i, address(institutionOf(first + i), sharing, spans));
  }
  return true;
}

/** Puts all strings of the authorship down. */
function all(): u32 {
  if (stringCount > 0) {
    memory.copy(addressSpans, strings, usize(stringCount) * SPAN);
    return stringCount;
  }
  for (let i: u32 = 0; i < affiliationCount; i++)
    memory.copy(addressSpans + usize(i) * SPAN, affiliations + usize(i) * AFFILIATED, SPAN);
  return affiliationCount;
}

/** Whether a string found last has several institutions. */
let sharing: bool = false;

/** Puts the strings of an institution down; gives how many. */
function ofInstitution(own: u64): u32 {
  let count: u32 = 0;
  sharing = false;
  for (let i: u32 = 0; i < affiliationCount; i++) {
    const at = affiliations + usize(i) * AFFILIATED;
    const from = load<u32>(at, 8);
    const to = load<u32>(at, 12);
    for (let j = from; j < to; j++) {
      if (load<u64>(ids + usize(j) * 8) != own) continue;
      memory.copy(addressSpans + usize(count++) * SPAN, at, SPAN);
      if (to - from > 1) sharing = true;
      break;
    }
  }
  return count;
}
