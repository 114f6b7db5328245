import { LEAF_AFFILIATIONS, LEAF_AUTHOR, LEAF_COUNTRIES, LEAF_INSTITUTIONS } from '../generated/parquet';
import { addAuthor, beginAuthors, distinct } from '../authors';
import { MOST_AUTHORSHIPS } from '../areas';
import { mention, mentionCount, mentionedBy, noMentions } from '../mentions';
import {
  beginOwn,
  forgetPairs,
  hasAddresses,
  mentionedAs,
  pairAddresses,
  readAddresses,
  wireAddresses,
} from './addresses';
import { beginAgreement, follows, next, reached, reaches, wireAgreement } from './agreement';
import { take } from './heap';
import { countryOf } from './host';
import { addText, beginObject, codeOf, forgetCodes, Known, newKnown, setText } from './known';
import { entered, following, idNumber, Leaf, NONE, skip } from './leaf';
import {
  AUTHORSHIP_FAR,
  AUTHORSHIP_THERE,
  COUNTRY_THERE,
  INSTITUTION_FAR,
  leafAt,
  levelAt,
  LINEAGE_ENTRY_THERE,
  LINEAGE_THERE,
} from './slots';
import { DISAGREE, first, LENGTHS, expectSupported, TOO_MUCH } from './unsupported';

const INSTITUTION: i32 = 0;
/** Texts of an institution, and behind them its lineage. */
const TEXTS: u32 = 4;
/** Levels of repetition: the next authorship, the next of its institutions or countries, the next of a lineage. */
const AUTHORSHIP: u32 = 1;
const ENTRY: u32 = 2;
const LINEAGE: u32 = 3;

let known: Known = changetype<Known>(0);
let author: Leaf = changetype<Leaf>(0);
let countries: Leaf = changetype<Leaf>(0);
let lineage: Leaf = changetype<Leaf>(0);
/** Levels of definition of the last step that leaves of institutions have in common, and from which on things are there. */
let institutionFar: u32 = 0;
let authorshipThere: u32 = 0;
let countryThere: u32 = 0;
let lineageThere: u32 = 0;
let lineageEntryThere: u32 = 0;

/** Of the work read last. */
export let authorshipCount: u32 = 0;
export let authorCount: u32 = 0;

/** Countries of authors without an institution, by the number of their text + 2, and their codes in this segment. */
const NOWHERE: u32 = 1 << 9;
let nowhere: usize = 0;

export function beginAuthorships(): void {
  known = newKnown(INSTITUTION);
  nowhere = take(usize(NOWHERE) * 8);
}

/** The leaves of a file are set. */
export function wireAuthorships(): void {
  author = leafAt(LEAF_AUTHOR);
  countries = leafAt(LEAF_COUNTRIES);
  lineage = leafAt(LEAF_INSTITUTIONS + usize(TEXTS));
  wireAgreement(levelAt(AUTHORSHIP_FAR));
  wireAddresses();
  institutionFar = levelAt(INSTITUTION_FAR);
  authorshipThere = levelAt(AUTHORSHIP_THERE);
  countryThere = levelAt(COUNTRY_THERE);
  lineageThere = levelAt(LINEAGE_THERE);
  lineageEntryThere = levelAt(LINEAGE_ENTRY_THERE);
}

/** A segment begins. */
export function forgetMentioned(): void {
  forgetCodes(known);
  forgetPairs();
  memory.fill(nowhere, 0, usize(NOWHERE) * 8);
}

export function passAuthorships(): void {
  for (let slot = LEAF_AUTHOR; slot <= LEAF_AFFILIATIONS + 1; slot++) {
    const leaf = leafAt(slot);
    if (changetype<usize>(leaf) != 0) skip(leaf, 1);
  }
}

/** The authorships of the next row, as mentions. */
export function readAuthorships(): void {
  noMentions();
  beginAuthors();
  authorshipCount = 0;
  do {
    beginAgreement();
    const person = readAuthor();
    const country = readCountry();
    const before = mentionCount;
    beginOwn();
    readInstitutions();
    if (hasAddresses) readAddresses();
    expectSupported(next <= i32(AUTHORSHIP), LENGTHS);
    // A row without authorships has one entry all the same.
    if (reached < i32(authorshipThere)) continue;
    expectSupported(authorshipCount++ < MOST_AUTHORSHIPS, TOO_MUCH);
    const nobody = mentionCount == before;
    if (nobody) expectSupported(mention(withoutInstitution(country)), TOO_MUCH);
    if (hasAddresses) pairAddresses(before, nobody);
    mentionedBy(addAuthor(person), before);
  } while (next == i32(AUTHORSHIP));
  authorCount = distinct;
}

/** The number of the next authorship's author, 0 where it has none. */
function readAuthor(): u64 {
  if (changetype<usize>(author) == 0) return 0;
  const level = author.goOn();
  reaches(level);
  // Before the page may turn.
  const id: u64 = level == author.greatest ? idNumber(author) : 0;
  follows(author.ahead());
  return id;
}

/** The number of the next authorship's country, if it names one. */
function readCountry(): i32 {
  if (changetype<usize>(countries) == 0) return NONE;
  const number = countries.text();
  reaches(entered);
  let count = entered >= countryThere ? 1 : 0;
  for (; following == ENTRY; count++) countries.text();
  follows(following);
  return count == 1 ? number : NONE;
}

function withoutInstitution(country: i32): i32 {
  const place = nowhere + usize((country + 1) & (NOWHERE - 1)) * 8;
  if (load<i32>(place) != country + 2) {
    store<i32>(place, country + 2);
    store<i32>(place, countryOf(country), 4);
  }
  return load<i32>(place, 4);
}

/** The institutions that the next authorship mentions; an entry without an id or a name is none. */
function readInstitutions(): void {
  while (true) {
    const ahead = readInstitution();
    if (ahead < 0) return;
    if (ahead == i32(ENTRY)) continue;
    follows(u32(ahead));
    return;
  }
}

/** The next of them; gives how it goes on, −1 where there are no leaves of institutions. */
function readInstitution(): i32 {
  let far: i32 = -1;
  let after: i32 = -1;
  let told = false;
  let id = NONE;
  beginObject();
  for (let i: usize = 0; i < usize(TEXTS); i++) {
    const leaf = leafAt(LEAF_INSTITUTIONS + i);
    if (changetype<usize>(leaf) == 0) {
      addText(NONE);
      continue;
    }
    const text = leaf.text();
    addText(text);
    if (i == 0) id = text;
    told = told || text != NONE;
    const said = i32(min(entered, institutionFar));
    if (said != far) far = first(far, said, DISAGREE);
    if (i32(following) != after) after = first(after, i32(following), LENGTHS);
  }
  addText(NONE);
  if (changetype<usize>(lineage) != 0) {
    const text = lineage.text();
    const said = i32(min(entered, institutionFar));
    if (said != far) far = first(far, said, DISAGREE);
    readLineage(text);
    if (i32(following) != after) after = first(after, i32(following), LENGTHS);
  }
  if (far >= 0) reaches(u32(far));
  if (told) {
    const code = codeOf(known);
    if (code != 0) {
      expectSupported(mention(code), TOO_MUCH);
      if (hasAddresses) mentionedAs(id);
    }
  }
  return after;
}

/** From the first entry on, of which this is the text. */
function readLineage(text: i32): void {
  if (entered >= lineageThere) setText(TEXTS, 0);
  if (entered < lineageEntryThere) return;
  let count = 0;
  while (true) {
    addText(text);
    setText(TEXTS, ++count);
    if (following != LINEAGE) return;
    text = lineage.text();
    expectSupported(entered >= lineageEntryThere, DISAGREE);
  }
}
