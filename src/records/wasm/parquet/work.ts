import {
  LEAF_DISPLAY_NAME,
  LEAF_ID,
  LEAF_TITLE,
  LEAF_TYPE,
  nextScalars,
  title,
  type,
  writeScalars,
  writeTexts,
} from '../generated/parquet';
import { AREA_TITLE, AREA_TYPE } from '../generated/layout';
import { writeMentions } from '../mentions';
import { textsOf, workRow } from '../rows';
import { authorCount, authorshipCount, passAuthorships, readAuthorships } from './authorships';
import { passSource, passTopic, readSource, readTopic } from './entities';
import { emptied, newBuffer, Buffer } from './heap';
import { typeOf } from './host';
import { idNumber, next, textNumber } from './leaf';
import { add, beginScratch, field, meant, scratchAt } from './scalars';
import { beginRow, goTo } from './seldom';
import { leafAt } from './slots';

/** Where a page that is still compressed is put; and the types that the host told, by the numbers of their texts. */
let packed: Buffer = changetype<Buffer>(0);
let types: Buffer = changetype<Buffer>(0);
let typeCount: u32 = 0;
const TYPE_BYTES: usize = 128;
const MOST_TYPES: u32 = 64;

export function beginWorks(): void {
  beginScratch();
  packed = newBuffer();
  types = newBuffer();
  emptied(types, TYPE_BYTES * usize(MOST_TYPES));
  typeCount = 0;
}

/** Where the host puts a page that is still compressed. */
export function packedBuffer(bytes: usize): usize {
  return emptied(packed, bytes);
}

/** The work in the next row; false where it has no id of a work, and is none. */
export function readWork(row: u32): bool {
  beginRow();
  const ids = leafAt(LEAF_ID);
  const id: u64 = next(ids) ? idNumber(ids) : 0;
  nextScalars();
  if (id == 0) {
    passSource();
    passTopic();
    passAuthorships();
    return false;
  }
  const source = readSource();
  const topic = readTopic();
  readAuthorships();
  const at = workRow(id, row, source, topic, authorshipCount, authorCount);
  writeScalars(at);
  let texts: u32 = type ? addType(textNumber(leafAt(LEAF_TYPE))) : 0;
  const shown = title ? add(AREA_TITLE, leafAt(LEAF_DISPLAY_NAME)) : 0;
  texts |= shown == 0 ? addTitle() : shown;
  textsOf(at, texts | writeTexts());
  writeMentions(row, authorshipCount);
  return true;
}

function addTitle(): u32 {
  const other = leafAt(LEAF_TITLE);
  if (changetype<usize>(other) == 0) return 0;
  goTo(other);
  return next(other) ? add(AREA_TITLE, other) : 0;
}

function addType(text: i32): u32 {
  for (let i: u32 = 0; i < typeCount; i++) {
    const type = types.at + usize(i) * TYPE_BYTES;
    if (load<i32>(type) == text) return field(AREA_TYPE, type + 8, load<u32>(type, 4));
  }
  const bytes = typeOf(text);
  if (typeCount < MOST_TYPES && usize(bytes) <= TYPE_BYTES - 8) {
    const type = types.at + usize(typeCount++) * TYPE_BYTES;
    store<i32>(type, text);
    store<u32>(type, bytes, 4);
    memory.copy(type + 8, scratchAt(), bytes);
  }
  return meant(AREA_TYPE, bytes);
}
