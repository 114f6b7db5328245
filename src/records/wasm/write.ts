import { MOST_AUTHORSHIPS, reserve } from './areas';
import { authorCount, authorshipCount, mentionCount, mentions } from './authorships';
import { bytesOf, find, namesTable } from './names';
import { endRow, mentionRow, nothing, textField, wholeNumber } from './rows';
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

/** Writes the rows of the work read last, whose place in the file is `row`; false where a text is too long for here. */
export function writeWork(row: u32): bool {
  wholeNumber(row);
  wholeNumber(work);
  maybe(year);
  if (!writeType() || !writeTitle() || !writeText(doi)) return false;
  maybe(citations);
  if (!writeText(updated)) return false;
  wholeNumber(retracted);
  wholeNumber(paratext);
  wholeNumber(extended);
  maybe(truncated);
  maybe(source == 0 ? NULL : u64(source));
  maybe(topic == 0 ? NULL : u64(topic));
  wholeNumber(authorshipCount);
  wholeNumber(authorCount);
  endRow();
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

function maybe(value: u64): void {
  if (value == NULL) nothing();
  else wholeNumber(value);
}

function writeText(text: Text): bool {
  if (!plain(text)) return false;
  textField(plainFrom, plainTo, false);
  return true;
}

function writeTitle(): bool {
  if (!plain(name)) return false;
  const cut =
    plainTo - plainFrom > LONGEST_TITLE && afterCharacters(plainFrom, plainTo, LONGEST_TITLE) < plainTo;
  textField(plainFrom, cut ? afterCharacters(plainFrom, plainTo, LONGEST_TITLE - 1) : plainTo, cut);
  return true;
}

function writeType(): bool {
  if (!plain(type)) return false;
  const renamed = find(RENAMED, plainFrom, u32(plainTo - plainFrom));
  if (renamed < 0) textField(plainFrom, plainTo, false);
  else if (renamed == POSTED_CONTENT) textField(PREPRINT, PREPRINT + 8, false);
  else textField(ARTICLE, ARTICLE + 7, false);
  return true;
}
