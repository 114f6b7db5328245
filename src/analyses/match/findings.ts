import type { Message } from '../../base/index.ts';
import { who } from './columns.ts';
import { messages } from './messages.ts';
import type { Match } from './question.ts';

/** The sentences above the rows: what was asked for, what is missing within reach, and how far the answer spreads. */
export function findingsOf(answer: Match): Message[] {
  const { notions, answered, spread } = answer;
  return [
    messages.asked({ notions }),
    ...(answered ? [] : [nobody(answer)]),
    ...(spread === null ? [] : [messages.spread(spread)]),
  ];
}

function nobody({ rows, reach, reachZh, heads, beyond }: Match): Message {
  return messages.nobody({
    reach: { en: reach, zh: reachZh },
    heads,
    covered: rows.some(({ lacks }) => lacks.length === 0),
    others: rows.length > 0 && rows.every(({ lacks }) => lacks.length > 0),
    beyond: beyond === null ? null : { ...who(beyond), place: beyond.place, km: beyond.km },
  });
}
