import { authorCount, authorshipCount } from './authorships';
import { title, type, writeScalars, writeTexts } from './generated/json';
import { AREA_TITLE, AREA_TYPE } from './generated/layout';
import { writeMentions } from './mentions';
import { bytesOf, find, namesTable } from './names';
import { textField, textsOf, workRow } from './rows';
import { TOO_LONG } from './scalars';
import { afterCharacters, plain, plainFrom, plainTo } from './text';
import { source, topic, work } from './work';

/** A title of more characters than this is cut: it is shown to people, and nothing is computed from it. */
const LONGEST_TITLE: u32 = 1000;

/** Names of work types before 2023 (Crossref's), as OpenAlex has called them since. */
const RENAMED = namesTable(['journal-article', 'proceedings-article', 'posted-content']);
const POSTED_CONTENT: i32 = 2;
const ARTICLE = bytesOf('article');
const PREPRINT = bytesOf('preprint');

/** Writes the rows of the work read last, whose place in the file is `row`; false where a text is too long for here. */
export function writeWork(row: u32): bool {
  const at = workRow(work, row, source, topic, authorshipCount, authorCount);
  const texts = writeType() | writeTitle() | writeTexts();
  if (texts & TOO_LONG) return false;
  writeScalars(at);
  textsOf(at, texts);
  writeMentions(row, authorshipCount);
  return true;
}

function writeTitle(): u32 {
  if (!plain(title)) return TOO_LONG;
  if (plainFrom == plainTo) return 0;
  const cut =
    plainTo - plainFrom > LONGEST_TITLE && afterCharacters(plainFrom, plainTo, LONGEST_TITLE) < plainTo;
  return textField(
    AREA_TITLE,
    plainFrom,
    cut ? afterCharacters(plainFrom, plainTo, LONGEST_TITLE - 1) : plainTo,
    cut,
  );
}

function writeType(): u32 {
  if (!plain(type)) return TOO_LONG;
  if (plainFrom == plainTo) return 0;
  const renamed = find(RENAMED, plainFrom, u32(plainTo - plainFrom));
  if (renamed < 0) return textField(AREA_TYPE, plainFrom, plainTo, false);
  if (renamed == POSTED_CONTENT) return textField(AREA_TYPE, PREPRINT, PREPRINT + 8, false);
  return textField(AREA_TYPE, ARTICLE, ARTICLE + 7, false);
}
