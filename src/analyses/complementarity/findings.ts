import { inBoth, type Language, type Message, nameIn } from '../../base/index.ts';
import { messages as about } from '../about/messages.ts';
import { messages } from './messages.ts';
import type { CompletingField, Complementarity, ComplementarityRow } from './question.ts';

const BETWEEN = inBoth({ en: '; ', zh: '；' });

/** Fields as a cell: “Optics (2.1 : 0.4)”, quotients of the city that has it and of the one that lacks it. */
export function fieldsIn(fields: readonly CompletingField[], language: Language = 'en'): string | null {
  if (fields.length === 0) return null;
  return fields
    .map(
      ({ field, giver, receiver }) =>
        `${nameIn(field, language)} (${giver.toFixed(1)} : ${receiver.toFixed(1)})`,
    )
    .join(BETWEEN[language]);
}

/** The first pair, and how many of those shown work together less than is to be expected. */
export function findingsOf({ rows, pairs, known, place, with: partner }: Complementarity): Message[] {
  const [first] = rows;
  const scope = { place, partner };
  if (known === 0) {
    const why = rows.at(0)?.toA.reason;
    if (why != null) return [messages.noneKnown({ ...scope, reason: about.text({ text: why }) })];
    return pairs === 0 ? [messages.noneKnown({ ...scope, reason: messages.oneCity() })] : [];
  }
  const expected = rows.filter(({ ratio, mutual }) => ratio !== null && mutual !== null);
  return [
    messages.first({ ...scope, pairs, known, toA: brings(first, 'toA'), toB: brings(first, 'toB') }),
    messages.apart({ pairs: expected.length, apart: expected.filter(({ ratio }) => ratio! < 1).length }),
  ];
}

function brings(row: ComplementarityRow, side: 'toA' | 'toB') {
  const [receiver, giver] = side === 'toA' ? [row.a, row.b] : [row.b, row.a];
  const { value, interval, fields } = row[side];
  const named = fields.map(({ field: { name, nameZh } }) => ({ name, nameZh }));
  return { giver, receiver, value: value!, interval, fields: named };
}
