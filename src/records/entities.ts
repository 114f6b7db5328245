import type { Dictionaries } from './dictionary.ts';
import { extract, isMentioned, isObject } from './extract.ts';
import { emptyWork } from './work.ts';

/** Objects that recur in records, such as institutions. */
export type Entity = 'institution' | 'source' | 'topic';

const slot = emptyWork();

/** The code of one entity of a record, read by `extract` itself, so that there is one meaning only; 0 where it means nothing. */
export function meaningOf(entity: Entity, value: unknown, dictionaries: Dictionaries): number {
  if (entity === 'institution' && !(isObject(value) && isMentioned(value))) return 0;
  const within = {
    institution: { authorships: [{ institutions: [value] }] },
    source: { host_venue: value },
    topic: { primary_topic: value },
  }[entity];
  extract({ id: 'W1', ...within }, dictionaries, slot);
  if (entity === 'source') return slot.source ?? 0;
  return entity === 'topic' ? (slot.topic ?? 0) : slot.mentionInstitution[0];
}
