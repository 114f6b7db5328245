import type { Dictionaries } from './dictionary.ts';
import { extract, isMentioned, isObject } from './extract.ts';
import { emptyWork } from './work.ts';

/** Objects that recur in records, such as institutions. */
export type Piece = 'institution' | 'source' | 'topic';

const slot = emptyWork();

/** The code of one piece of a record, read by `extract` itself, so that there is one meaning only; 0 where it means nothing. */
export function meaningOf(piece: Piece, value: unknown, dictionaries: Dictionaries): number {
  if (piece === 'institution' && !(isObject(value) && isMentioned(value))) return 0;
  const within = {
    institution: { authorships: [{ institutions: [value] }] },
    source: { host_venue: value },
    topic: { primary_topic: value },
  }[piece];
  extract({ id: 'W1', ...within }, dictionaries, slot);
  if (piece === 'source') return slot.source ?? 0;
  return piece === 'topic' ? (slot.topic ?? 0) : slot.mentionInstitution[0];
}
