import { defineAnalysis } from '../analysis.ts';
import { messages as aboutMessages } from '../about/messages.ts';
import { columnsOf } from '../result/columns.ts';
import { type Effect, effectParams, effectResult, effectRow } from './question.ts';
import { effectOf } from './run.ts';
import { sayPlacebo, sayPretrend } from './say.ts';

export const effect = defineAnalysis({
  id: 'effect',
  title: { en: 'Effect of a policy', zh: '政策效应' },
  summary: 'Effect of a policy on collaboration within a region',
  description: {
    en: 'Whether collaboration between the cities of a region grew more than between other cities after a policy: Poisson pseudo-maximum likelihood on joint works of city pairs, year by year, with placebo regions, other countings and definitions, and the wording that the result supports.',
    zh: '政策之后，区域内各城市之间的合作是否比其他城市增长更多：城市间合作量的泊松伪极大似然估计，逐年结果，与安慰剂区域比较，更换计数方式与区域口径的敏感性，以及可以如何表述。',
  },
  params: effectParams,
  example: { place: 'yrd_41' },
  result: effectResult,
  columns: columnsOf<typeof effectRow, Effect>(effectRow, [
    'section',
    'what',
    'since',
    { of: 'change', times: 100 },
    'p',
    'flow',
    { of: 'estimate', interval: 'interval', ends: ['low', 'high'], namedEnds: true, aside: true },
    { of: 'standardError', aside: true },
    'reason',
  ]),
  findings: (answer: Effect) =>
    [answer.sentence, sayPlacebo(answer), answer.pretrend === null ? null : sayPretrend(answer)].flatMap(
      (text) => (text === null ? [] : [aboutMessages.text({ text: { en: text.en, zh: text.zh } })]),
    ),
  run: effectOf,
});
