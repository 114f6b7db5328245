import { MOST_AUTHORSHIPS, reserve } from './areas';
import { mentionRow } from './rows';

/** Of each mention of the work: the position of the author's first authorship, and the code of the institution. */
const mentions: usize = reserve(usize(MOST_AUTHORSHIPS) * 8);
/** How many mentions each author of the work has, by her position. */
const mentionsOf: usize = reserve(usize(MOST_AUTHORSHIPS) * 4);

export let mentionCount: u32 = 0;

export function noMentions(): void {
  mentionCount = 0;
}

/** An institution of the authorship that is being read; false where there are more than one work may have. */
export function mention(institution: i32): bool {
  if (mentionCount == MOST_AUTHORSHIPS) return false;
  store<i32>(mentions + usize(mentionCount++) * 8, institution, 4);
  return true;
}

/** Whose the mentions from `first` on are. */
export function mentionedBy(position: u32, first: u32): void {
  for (let i = first; i < mentionCount; i++) store<u32>(mentions + usize(i) * 8, position);
}

/** The rows of all mentions of a work with so many authorships. */
export function writeMentions(row: u32, authorships: u32): void {
  memory.fill(mentionsOf, 0, usize(authorships) * 4);
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
