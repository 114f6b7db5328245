import { authorCount, authorshipCount } from './authorships';
import { writeMentions } from './mentions';
import { bytesOf, find, namesTable } from './names';
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
} from './rows';
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
  synthetic,
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

/** What a text that is too long for here gives in the place of its bit. */
const TOO_LONG: u32 = 1 << 31;

/** Writes the rows of the work read last, whose place in the file is `row`; false where a text is too long for here. */
export function writeWork(row: u32): bool {
  const at = workRow(work, row, number(year), number(citations), source, topic, authorshipCount, authorCount);
  const texts =
    writeType() |
    writeTitle() |
    writeText(DOI, doi) |
    writeText(UPDATED, updated) |
    writeText(SYNTHETIC, synthetic);
  if (texts & TOO_LONG) return false;
  workFlags(
    at,
    retracted != 0,
    paratext != 0,
    extended != 0,
    truncated == NULL ? NOT_TOLD : u32(truncated),
    texts,
  );
  writeMentions(row, authorshipCount);
  return true;
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
