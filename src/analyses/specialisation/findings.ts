import type { Message } from '../../base/index.ts';
import { messages as about } from '../about/messages.ts';
import { messages } from './messages.ts';
import type { Specialisation } from './question.ts';

/** The field candidates that a sentence names. */
const NAMED = 3;

/** What a place is good at, how evenly, how complex, and what lies near, in sentences. */
export function findingsOf(result: Specialisation): Message[] {
  const { place, baseline, of, variety, fields, clear } = result;
  const { diversity, shannon, herfindahl, complexity, outlook } = result;
  if (diversity.value === null)
    return [messages.noDiversity({ place, baseline, reason: about.text({ text: diversity.reason! }) })];
  const { value, interval } = diversity;
  const near = candidates(result);
  return [
    messages.diversity({
      ...{ place, baseline, of, fields, variety, clear, value, interval },
      others: others(result, 'diversity'),
    }),
    ...(shannon.value === null || herfindahl.value === null
      ? []
      : [
          messages.evenness({
            shannon: shannon.value,
            shannonInterval: shannon.interval,
            herfindahl: herfindahl.value,
            herfindahlInterval: herfindahl.interval,
          }),
        ]),
    complexity.value === null
      ? messages.noComplexity({ reason: about.text({ text: complexity.reason! }) })
      : messages.complexity({
          value: complexity.value,
          interval: complexity.interval,
          rank: complexity.rank,
          rankInterval: complexity.rankInterval,
          of: complexity.of,
          others: others(result, 'rank'),
        }),
    outlook.value === null
      ? messages.noOutlook({ reason: about.text({ text: outlook.reason! }) })
      : messages.outlook({
          value: outlook.value,
          interval: outlook.interval,
          rank: outlook.rank,
          rankInterval: outlook.rankInterval,
          of: outlook.of,
        }),
    ...(near.length === 0 ? [] : [messages.nearest({ fields: near })]),
  ];
}

function candidates({ rows }: Specialisation) {
  return rows
    .flatMap(({ section, field: { name, nameZh }, density }) =>
      section === 'entry' && density !== null && density > 0 ? [{ name, nameZh, density }] : [],
    )
    .slice(0, NAMED);
}

function others({ sensitivity }: Specialisation, of: 'diversity' | 'rank') {
  return sensitivity.flatMap(({ threshold, [of]: value }) => (value === null ? [] : [{ threshold, value }]));
}
