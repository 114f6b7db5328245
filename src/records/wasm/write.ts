import { MOST_AUTHORSHIPS, reserve } from './areas';
import { authorCount, authorshipCount, mentionCount, mentions } from './authorships';
import { bytesOf, find, namesTable } from './names';
import { DOI, mentionRow, textField, TITLE, TYPE, UPDATED, workRow } from './rows';
import { afterCharacters, plain, plainFrom, plainTo, Text } from './text';
import {
  citations,
  doi,
  extended,
  name,
  NULL,
  paratext,
  retracted,
  source,
  topic,
  truncated,
  type,
  updated,
  work,
  year,
} from './work';

/** A title of more characters than this is cut: it is shown to people, and nothing is computed from it. */
const LONGEST_TITLE: u32 = 1000;

/** Names of work types before 2023 (Crossref's), as OpenAlex has called them since. */
const RENAMED = namesTable(['journal-article', 'proceedings-article', 'posted-content']);
const POSTED_CONTENT: i32 = 2;
const ARTICLE = bytesOf('article');
const PREPRINT = bytesOf('preprint');

/** How many mentions each author of the work has, by her position. */
const mentionsOf: usize = reserve(usize(MOST_AUTHORSHIPS) * 4);

/** What stands for null: in a number, and in `truncated`. */
const NO_NUMBER: i32 = i32.MIN_VALUE;
const NOT_TOLD: u32 = 2;
/** What a text that is too long for here gives in the place of its bit. */
const TOO_LONG: u32 = 1 << 31;

/** Writes the rows of the work read last, whose place in the file is `row`; false where a text is too long for here. */
export function writeWork(row: u32): bool {
  const at = workRow();
  store<u64>(at, work);
  store<u32>(at, row, 8);
  store<i32>(at, number(year), 12);
  store<i32>(at, number(citations), 16);
  store<i32>(at, source == 0 ? NO_NUMBER : source, 20);
  store<i32>(at, topic == 0 ? NO_NUMBER : topic, 24);
  store<u32>(at, authorshipCount, 28);
  store<u32>(at, authorCount, 32);
  store<u8>(at, u8(retracted), 36);
  store<u8>(at, u8(paratext), 37);
  store<u8>(at, u8(extended), 38);
  store<u8>(at, u8(truncated == NULL ? NOT_TOLD : u32(truncated)), 39);
  const texts = writeType() | writeTitle() | writeText(DOI, doi) | writeText(UPDATED, updated);
  if (texts & TOO_LONG) return false;
  store<u64>(at, texts, 40);
  writeMentions(row);
  return true;
}

function writeMentions(row: u32): void {
  memory.fill(mentionsOf, 0, usize(authorshipCount) * 4);
  const end = mentions + usize(mentionCount) * 8;
  for (let p = mentions; p < end; p += 8) {
    const count = mentionsOf + usize(load<u32>(p)) * 4;
    store<u32>(count, load<u32>(count) + 1);
  }
  for (let p = mentions; p < end; p += 8) {
    const author = load<u32>(p);
    mentionRow(row, author, load<u32>(mentionsOf + usize(author) * 4), load<u32>(p, 4));
  }
}

function number(value: u64): i32 {
  return value == NULL ? NO_NUMBER : i32(value);
}

function writeText(area: i32, text: Text): u32 {
  if (!plain(text)) return TOO_LONG;
  return plainFrom == plainTo ? 0 : textField(area, plainFrom, plainTo, false);
}

function writeTitle(): u32 {
  if (!plain(name)) return TOO_LONG;
  if (plainFrom == plainTo) return 0;
  const cut =
    plainTo - plainFrom > LONGEST_TITLE && afterCharacters(plainFrom, plainTo, LONGEST_TITLE) < plainTo;
  return textField(
    TITLE,
    plainFrom,
    cut ? afterCharacters(plainFrom, plainTo, LONGEST_TITLE - 1) : plainTo,
    cut,
  );
}

function writeType(): u32 {
  if (!plain(type)) return TOO_LONG;
  if (plainFrom == plainTo) return 0;
  const renamed = find(RENAMED, plainFrom, u32(plainTo - plainFrom));
  if (renamed < 0) return textField(TYPE, plainFrom, plainTo, false);
  if (renamed == POSTED_CONTENT) return textField(TYPE, PREPRINT, PREPRINT + 8, false);
  return textField(TYPE, ARTICLE, ARTICLE + 7, false);
}
