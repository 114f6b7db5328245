import { MOST_AUTHORSHIPS, reserve } from './areas';
import { mentionRow } from './rows';

/** Of each mention of the work: the position of the author's first authorship, the codes of the institution and of its address. */
const MENTION: usize = 12;
const mentions: usize = reserve(usize(MOST_AUTHORSHIPS) * MENTION);
/** How many mentions each author of the work has, by her position. */
const mentionsOf: usize = reserve(usize(MOST_AUTHORSHIPS) * 4);

export let mentionCount: u32 = 0;

export function noMentions(): void {
  mentionCount = 0;
}

/** An institution of the authorship that is being read; false where there are more than one work may have. */
export function mention(institution: i32): bool {
  if (mentionCount == MOST_AUTHORSHIPS) return false;
  const at = mentions + usize(mentionCount++) * MENTION;
  store<i32>(at, institution, 4);
  store<i32>(at, 0, 8);
  return true;
}

/** Whose the mentions from `first` on are. */
export function mentionedBy(position: u32, first: u32): void {
  for (let i = first; i < mentionCount; i++) store<u32>(mentions + usize(i) * MENTION, position);
}

export function institutionOf(mention: u32): i32 {
  return load<i32>(mentions + usize(mention) * MENTION, 4);
}

/** What the address beside a mention says, by its code. */
export function addressed(mention: u32, address: i32): void {
  store<i32>(mentions + usize(mention) * MENTION, address, 8);
}

/** The rows of all mentions of a work with so many authorships. */
export function writeMentions(row: u32, authorships: u32): void {
  memory.fill(mentionsOf, 0, usize(authorships) * 4);
  const end = mentions + usize(mentionCount) * MENTION;
  for (let p = mentions; p < end; p += MENTION) {
    const count = mentionsOf + usize(load<u32>(p)) * 4;
    store<u32>(count, load<u32>(count) + 1);
  }
  for (let p = mentions; p < end; p += MENTION) {
    const author = load<u32>(p);
    mentionRow(row, author, load<u32>(mentionsOf + usize(author) * 4), load<u32>(p, 4), load<u32>(p, 8));
  }
}
