import { LONGEST_TEXT } from '../areas';
import { writeMentions } from '../mentions';
import {
  DOI,
  NO_NUMBER,
  NOT_TOLD,
  SYNTHETIC,
  textField,
  TITLE,
  TYPE,
  UPDATED,
  workFlags,
  workRow,
} from '../rows';
import { authorCount, authorshipCount, passAuthorships, readAuthorships } from './authorships';
import { emptied, newRoom, Room } from './heap';
import { momentOf, textOf, typeOf } from './host';
import { idNumber, isTrue, Leaf, next, TEXT, textFrom, textNumber, textTo, wholeNumber } from './leaf';
import { passSource, passTopic, readSource, readTopic } from './entities';
import {
  CITATIONS,
  DOI_TEXT,
  EXTENDED,
  ID,
  leafAt,
  MADE_UP,
  PARATEXT,
  RETRACTED,
  SHOWN,
  TITLED,
  TRUNCATED,
  TYPED,
  UPDATED_DATE,
  YEAR,
} from './slots';
import { beginRow, goTo } from './seldom';
import { expectSupported, TOO_MUCH } from './unsupported';
import { beUtf8 } from './texts';

/** Bytes of a text of which it is not looked whether it is to be cut. */
const SHORT: usize = 1000;
const GREATEST: f64 = 2147483647;

/** Where the host puts what a text means; and the types that it told, by the numbers of their texts. */
let scratch: Room = changetype<Room>(0);
let packed: Room = changetype<Room>(0);
let types: Room = changetype<Room>(0);
let typeCount: u32 = 0;
const TYPE_BYTES: usize = 128;
const MOST_TYPES: u32 = 64;

export function beginWorks(): void {
  scratch = newRoom();
  packed = newRoom();
  types = newRoom();
  emptied(types, TYPE_BYTES * usize(MOST_TYPES));
  typeCount = 0;
}

export function scratchRoom(bytes: usize): usize {
  return emptied(scratch, bytes);
}

/** Where the host puts a page that is still compressed. */
export function packedRoom(bytes: usize): usize {
  return emptied(packed, bytes);
}

/** The work in the next row; false where it has no id of a work, and is none. */
export function readWork(row: u32): bool {
  beginRow();
  const ids = leafAt(ID);
  const id: u64 = next(ids) ? idNumber(ids) : 0;
  const year = whole(leafAt(YEAR));
  const citations = whole(leafAt(CITATIONS));
  const retracted = told(leafAt(RETRACTED));
  const paratext = told(leafAt(PARATEXT));
  const extended = told(leafAt(EXTENDED));
  const truncated = told(leafAt(TRUNCATED));
  const shown = next(leafAt(SHOWN));
  const doi = next(leafAt(DOI_TEXT));
  const dated = next(leafAt(UPDATED_DATE));
  const typed = next(leafAt(TYPED));
  const madeUp = next(leafAt(MADE_UP));
  if (id == 0) {
    passSource();
    passTopic();
    passAuthorships();
    return false;
  }
  const source = readSource();
  const topic = readTopic();
  readAuthorships();
  const at = workRow(id, row, year, citations, source, topic, authorshipCount, authorCount);
  let texts: u32 = typed ? addType(textNumber(leafAt(TYPED))) : 0;
  const named = shown ? add(TITLE, leafAt(SHOWN)) : 0;
  texts |= named;
  if (named == 0) texts |= addTitle();
  if (doi) texts |= add(DOI, leafAt(DOI_TEXT));
  if (dated) texts |= addDate(leafAt(UPDATED_DATE));
  if (madeUp) texts |= add(SYNTHETIC, leafAt(MADE_UP));
  workFlags(at, retracted == 1, paratext == 1, extended == 1, truncated, texts);
  writeMentions(row, authorshipCount);
  return true;
}

/** A number that a column of the relations holds. */
function whole(leaf: Leaf): i32 {
  if (!next(leaf)) return NO_NUMBER;
  const number = wholeNumber(leaf);
  return Math.abs(number) <= GREATEST ? i32(number) : NO_NUMBER;
}

function told(leaf: Leaf): u32 {
  return next(leaf) ? u32(isTrue(leaf)) : NOT_TOLD;
}

/** Adds the text at a leaf unless it is blank; gives its bit. */
function add(area: i32, leaf: Leaf): u32 {
  const from = textFrom(leaf);
  const to = textTo(leaf);
  const visible = from < to && u32(load<u8>(from)) - 0x21 < 0x7f - 0x21;
  if (!visible || to - from > SHORT) return meant(area, textOf(area, from, to));
  beUtf8(from, to);
  return textField(area, from, to, false);
}

function addTitle(): u32 {
  const title = leafAt(TITLED);
  if (changetype<usize>(title) == 0) return 0;
  goTo(title);
  return next(title) ? add(TITLE, title) : 0;
}

function addDate(leaf: Leaf): u32 {
  return leaf.kind == TEXT
    ? add(UPDATED, leaf)
    : meant(UPDATED, momentOf(wholeNumber(leaf), changetype<usize>(leaf)));
}

function addType(text: i32): u32 {
  for (let i: u32 = 0; i < typeCount; i++) {
    const type = types.at + usize(i) * TYPE_BYTES;
    if (load<i32>(type) == text) return field(TYPE, type + 8, load<u32>(type, 4));
  }
  const bytes = typeOf(text);
  if (typeCount < MOST_TYPES && usize(bytes) <= TYPE_BYTES - 8) {
    const type = types.at + usize(typeCount++) * TYPE_BYTES;
    store<i32>(type, text);
    store<u32>(type, bytes, 4);
    memory.copy(type + 8, scratch.at, bytes);
  }
  return meant(TYPE, bytes);
}

/** What the host put down. */
function meant(area: i32, bytes: u32): u32 {
  expectSupported(bytes <= LONGEST_TEXT, TOO_MUCH);
  return field(area, scratch.at, bytes);
}

function field(area: i32, from: usize, bytes: u32): u32 {
  return bytes == 0 ? 0 : textField(area, from, from + usize(bytes), false);
}
