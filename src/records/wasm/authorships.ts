import { addressStrings, affiliationsOf, beginAddresses, mentionedAt, pairAddresses } from './addresses';
import { MOST_AUTHORSHIPS, reserve } from './areas';
import { addAuthor, beginAuthors, distinct } from './authors';
import { nowhere } from './host';
import { LOST, OPEN_ARRAY, OPEN_OBJECT, QUOTE, skipNull, skipValue } from './json';
import { code, INSTITUTION, known } from './known';
import { mention, mentionCount, mentionedBy, noMentions } from './mentions';
import { CLOSED, found, key, namesTable } from './names';
import { element, ended, id, isEmptyArray, number } from './values';

const AUTHOR: i32 = 0;
const INSTITUTIONS: i32 = 1;
const COUNTRIES: i32 = 2;
const STRINGS: i32 = 3;
const AFFILIATIONS: i32 = 4;
const AUTHORSHIP = namesTable([
  'author',
  'institutions',
  'countries',
  'raw_affiliation_strings',
  'affiliations',
]);
const PERSON = namesTable(['id']);
const LETTER_A: u32 = 0x41;

/** Of the work read last. */
export let authorshipCount: u32 = 0;
export let authorCount: u32 = 0;

/** Codes of authors without institutions in one country, by its two letters; and of those without a country. */
const byCountry: usize = reserve(4 << 16);
let countryless: i32 = -1;

export function beginNowhere(): void {
  memory.fill(byCountry, 0xff, 4 << 16);
  countryless = -1;
}

export function noAuthorships(): void {
  noMentions();
  authorshipCount = 0;
  authorCount = 0;
}

/** `p` stands on the array of authorships: past it. */
export function authorships(p: usize): usize {
  beginAuthors();
  p++;
  while (true) {
    p = element(p);
    if (p == LOST) return LOST;
    if (ended) break;
    if (authorshipCount == MOST_AUTHORSHIPS) return LOST;
    p = authorship(p);
    if (p == LOST) return LOST;
    authorshipCount++;
  }
  authorCount = distinct;
  return p;
}

function authorship(p: usize): usize {
  const first = mentionCount;
  let seen: i32 = 0;
  let person: u64 = 0;
  let countriesAt: usize = 0;
  let countriesTo: usize = 0;
  beginAddresses();
  p++;
  while (true) {
    p = key(p, AUTHORSHIP);
    if (p == LOST) return LOST;
    const field = found;
    if (field == CLOSED) break;
    if (field >= 0) {
      if (seen & (1 << field)) return LOST;
      seen |= 1 << field;
    }
    if (field == AUTHOR && load<u8>(p) == OPEN_OBJECT) {
      p = author(p);
      person = personNumber;
    } else if (field == INSTITUTIONS) {
      p = load<u8>(p) == OPEN_ARRAY ? mentioned(p) : skipNull(p);
    } else if (field == STRINGS) {
      p = load<u8>(p) == OPEN_ARRAY ? addressStrings(p) : skipNull(p);
    } else if (field == AFFILIATIONS) {
      p = load<u8>(p) == OPEN_ARRAY ? affiliationsOf(p) : skipNull(p);
    } else {
      const from = p;
      p = skipValue(p);
      if (field == COUNTRIES) {
        countriesAt = from;
        countriesTo = p;
      }
    }
    if (p == LOST) return LOST;
  }
  const nobody = mentionCount == first;
  if (nobody && !mention(withoutInstitution(countriesAt, countriesTo))) return LOST;
  if (!pairAddresses(first, nobody)) return LOST;
  mentionedBy(addAuthor(person), first);
  return p;
}

/** The number of the author read last, 0 where she has none. */
let personNumber: u64 = 0;

/** `p` stands on the author: past her. */
function author(p: usize): usize {
  let person: u64 = 0;
  let told = false;
  p++;
  while (true) {
    p = key(p, PERSON);
    if (p == LOST) return LOST;
    if (found == CLOSED) break;
    if (found == 0) {
      if (told) return LOST;
      told = true;
      p = id(p, LETTER_A);
      person = number;
    } else p = skipValue(p);
    if (p == LOST) return LOST;
  }
  personNumber = person;
  return p;
}

/** `p` stands on the array of an author's institutions: past it. */
function mentioned(p: usize): usize {
  p++;
  while (true) {
    p = element(p);
    if (p == LOST || ended) return p;
    const from = p;
    p = known(INSTITUTION, p);
    if (p == LOST || (code != 0 && !(mention(code) && mentionedAt(from)))) return LOST;
  }
}

/** From the authorship's `countries`, which were skipped and so are whole JSON. */
function withoutInstitution(from: usize, to: usize): i32 {
  if (from == 0 || isEmptyArray(from)) {
    if (countryless < 0) countryless = nowhere(0, 0);
    return countryless;
  }
  // `["CN"]`, as nearly all are.
  if (to - from != 6 || load<u16>(from) != 0x225b || load<u8>(from + 4) != QUOTE) return nowhere(from, to);
  const letters: u32 = load<u16>(from + 2);
  let institution = load<i32>(byCountry + usize(letters) * 4);
  if (institution < 0) store<i32>(byCountry + usize(letters) * 4, (institution = nowhere(from, to)));
  return institution;
}
