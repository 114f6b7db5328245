import { LEAF_AFFILIATIONS, LEAF_RAW_AFFILIATION_STRINGS } from '../generated/parquet';
import { addressed, institutionOf, mentionCount } from '../mentions';
import { follows, reaches } from './agreement';
import { emptied, grown, newBuffer, Buffer } from './heap';
import { address, institutionNumber, unpaired } from './host';
import { entered, following, Leaf, NONE } from './leaf';
import { newNumbers, numberAt, Numbers, push } from './numbers';
import { emptyRuns, find, keep, newRuns, Runs } from './runs';
import { AFFILIATION_FAR, INSTITUTION_ID_THERE, leafAt, levelAt } from './slots';
import { addressBegin, textBegin } from './texts';
import { DISAGREE, expectSupported, first, LENGTHS } from './unsupported';

/*
 * The address strings of an authorship and which of its institutions they belong to, as `../../pair-addresses.ts` says. Strings
 * and ids are known by the numbers of their texts, so that the host is asked once for each institution and its strings.
 */

/** Levels of repetition: the next string or affiliation, the next id of an affiliation. */
const ENTRY: u32 = 2;
const ID: u32 = 3;

let stringLeaf: Leaf = changetype<Leaf>(0);
let affiliationLeaf: Leaf = changetype<Leaf>(0);
let idLeaf: Leaf = changetype<Leaf>(0);
let affiliationFar: u32 = 0;
let idThere: u32 = 0;
/** Whether the file has any of these leaves. */
export let hasAddresses: bool = false;

/** Of the authorship: its strings; of affiliations the string and where its ids end among `ids`; the ids of its institutions. */
let strings: Numbers = changetype<Numbers>(0);
let affiliations: Numbers = changetype<Numbers>(0);
let ids: Numbers = changetype<Numbers>(0);
let own: Numbers = changetype<Numbers>(0);

/** An institution, twice its code and one more where a string is shared, and its strings; and what they say in this segment. */
let pair: Numbers = changetype<Numbers>(0);
let pairs: Runs = changetype<Runs>(0);
let codes: Numbers = changetype<Numbers>(0);
/** Several strings, with a zero between two. */
let together: Buffer = changetype<Buffer>(0);

/** By the number of its text the number in an id of an institution and one more, 0 where it is none. */
let institutions: Buffer = changetype<Buffer>(0);
let institutionCount: u32 = 0;
const UNASKED: u64 = u64.MAX_VALUE;

export function beginAddresses(): void {
  strings = newNumbers();
  affiliations = newNumbers();
  ids = newNumbers();
  own = newNumbers();
  pair = newNumbers();
  pairs = newRuns(false);
  codes = newNumbers();
  together = newBuffer();
  institutions = newBuffer();
  institutionCount = 0;
}

/** The leaves of a file are set. */
export function wireAddresses(): void {
  stringLeaf = leafAt(LEAF_RAW_AFFILIATION_STRINGS);
  affiliationLeaf = leafAt(LEAF_AFFILIATIONS);
  idLeaf = leafAt(LEAF_AFFILIATIONS + 1);
  affiliationFar = levelAt(AFFILIATION_FAR);
  idThere = levelAt(INSTITUTION_ID_THERE);
  hasAddresses =
    changetype<usize>(stringLeaf) != 0 ||
    changetype<usize>(affiliationLeaf) != 0 ||
    changetype<usize>(idLeaf) != 0;
}

/** A segment begins, or the strings have other numbers from here on. */
export function forgetPairs(): void {
  emptyRuns(pairs);
  codes.count = 0;
}

export function beginOwn(): void {
  own.count = 0;
}

/** The authorship mentions an institution with this text as its id. */
export function mentionedAs(id: i32): void {
  push(own, id);
}

/** The strings and affiliations of the next authorship. */
export function readAddresses(): void {
  strings.count = 0;
  affiliations.count = 0;
  ids.count = 0;
  if (changetype<usize>(stringLeaf) != 0) readStrings();
  if (changetype<usize>(affiliationLeaf) != 0 || changetype<usize>(idLeaf) != 0) readAffiliations();
}

function readStrings(): void {
  let string = stringLeaf.text();
  reaches(entered);
  while (true) {
    if (string != NONE) push(strings, string);
    if (following != ENTRY) break;
    string = stringLeaf.text();
  }
  follows(following);
}

function readAffiliations(): void {
  while (true) {
    const ahead = readAffiliation();
    if (ahead == i32(ENTRY)) continue;
    follows(u32(ahead));
    return;
  }
}

/** The next of them; gives how it goes on. One without a string says nothing. */
function readAffiliation(): i32 {
  let far: i32 = -1;
  let after: i32 = -1;
  let string = NONE;
  if (changetype<usize>(affiliationLeaf) != 0) {
    string = affiliationLeaf.text();
    far = i32(min(entered, affiliationFar));
    after = i32(following);
  }
  if (changetype<usize>(idLeaf) != 0) {
    const id = idLeaf.text();
    const said = i32(min(entered, affiliationFar));
    if (said != far) far = first(far, said, DISAGREE);
    readIds(id);
    if (i32(following) != after) after = first(after, i32(following), LENGTHS);
  }
  reaches(u32(far));
  if (string != NONE) {
    push(affiliations, string);
    push(affiliations, ids.count);
  }
  return after;
}

/** From the first entry on, of which this is the text; those that are null count, too. */
function readIds(id: i32): void {
  if (entered < idThere) return;
  while (true) {
    push(ids, id);
    if (following != ID) return;
    id = idLeaf.text();
    expectSupported(entered >= idThere, DISAGREE);
  }
}

/** What stands beside the mentions of the authorship, from `from` on. `nobody`: it names no institution. */
export function pairAddresses(from: u32, nobody: bool): void {
  if (strings.count == 0 && affiliations.count == 0) return;
  if (nobody) {
    beginPair(from, false);
    if (strings.count > 0) addStrings();
    else addAffiliated(0);
    ask(from);
    return;
  }
  const known = mentionCount - from;
  for (let i = from; i < mentionCount; i++) {
    if (affiliations.count > 0) {
      const number = institutionOfText(numberAt(own, i - from));
      if (number == 0) continue;
      beginPair(i, false);
      addAffiliated(number);
      if (pair.count > 1) ask(i);
    } else {
      const several = strings.count > 1 && known > 1;
      beginPair(i, known > 1 && !several);
      if (!several) addStrings();
      ask(i);
    }
  }
}

function beginPair(mention: u32, shared: bool): void {
  pair.count = 0;
  push(pair, institutionOf(mention) * 2 + i32(shared));
}

function addStrings(): void {
  for (let i: u32 = 0; i < strings.count; i++) push(pair, numberAt(strings, i));
}

/** Adds the strings of the affiliations that name an institution; of all where the number is 0. */
function addAffiliated(number: u64): void {
  let shared = false;
  let from: u32 = 0;
  for (let i: u32 = 0; i < affiliations.count; i += 2) {
    const to = u32(numberAt(affiliations, i + 1));
    if (number == 0 || isNamed(number, from, to)) {
      push(pair, numberAt(affiliations, i));
      shared = shared || (number != 0 && to - from > 1);
    }
    from = to;
  }
  if (shared) store<i32>(pair.buffer.at, numberAt(pair, 0) + 1);
}

function isNamed(number: u64, from: u32, to: u32): bool {
  for (let i = from; i < to; i++) if (institutionOfText(numberAt(ids, i)) == number) return true;
  return false;
}

function institutionOfText(text: i32): u64 {
  if (text == NONE) return 0;
  if (u32(text) >= institutionCount) {
    const count = max(u32(text) + 1, institutionCount * 2);
    const at = grown(institutions, usize(institutionCount) * 8, usize(count) * 8);
    memory.fill(at + usize(institutionCount) * 8, 0xff, usize(count - institutionCount) * 8);
    institutionCount = count;
  }
  const at = institutions.at + usize(text) * 8;
  if (load<u64>(at) == UNASKED)
    store<u64>(at, u64(institutionNumber(textBegin(text), textBegin(text + 1)) + 1));
  return load<u64>(at);
}

/** Sets the code of what the pair that was put together says; without strings nobody can tell whose they are. */
function ask(mention: u32): void {
  const from = pair.buffer.at;
  const to = from + usize(pair.count) * 4;
  let number = find(pairs, from, to);
  if (number < 0) {
    number = keep(pairs, from, to);
    push(codes, asked());
  }
  addressed(mention, numberAt(codes, number));
}

function asked(): i32 {
  const institution = numberAt(pair, 0) >> 1;
  const shared = (numberAt(pair, 0) & 1) != 0;
  if (pair.count == 1) return unpaired(institution);
  if (pair.count == 2) {
    const string = numberAt(pair, 1);
    return address(institution, shared, addressBegin(string), addressBegin(string + 1));
  }
  let size: usize = 0;
  for (let i: u32 = 1; i < pair.count; i++) size += lengthOf(numberAt(pair, i)) + 1;
  const start = emptied(together, size);
  let at = start;
  for (let i: u32 = 1; i < pair.count; i++) {
    const string = numberAt(pair, i);
    memory.copy(at, addressBegin(string), lengthOf(string));
    at += lengthOf(string);
    store<u8>(at++, 0);
  }
  return address(institution, shared, start, at - 1);
}

function lengthOf(string: i32): usize {
  return addressBegin(string + 1) - addressBegin(string);
}
