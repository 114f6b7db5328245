import { textField } from './rows';
import { plain, plainFrom, plainTo, Text } from './text';
import { string, textEscaped, textFrom, textTo } from './values';

/** What a field is that the record does not have, or has as null. */
export const NULL: u64 = u64.MAX_VALUE;

/** What a text that is too long for here gives in the place of its bit. */
export const TOO_LONG: u32 = 1 << 31;

/** The text at `p`, or null: past it. */
export function readText(text: Text, p: usize): usize {
  p = string(p);
  text.from = textFrom;
  text.to = textTo;
  text.escaped = textEscaped;
  return p;
}

/** Gives the text's bit, 0 where it is null or blank. */
export function writeText(area: i32, text: Text): u32 {
  if (!plain(text)) return TOO_LONG;
  return plainFrom == plainTo ? 0 : textField(area, plainFrom, plainTo, false);
}
