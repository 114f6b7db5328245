import { defineAnalysis, type ResultColumn } from '../analysis.ts';
import { type Effect, effectParams, type EffectRow, type Section } from './question.ts';
import { effectOf } from './run.ts';
import { messages as aboutMessages } from '../about/messages.ts';
import { sayPlacebo, sayPretrend } from './say.ts';
import type { Bilingual } from '../../base/index.ts';

type Column = ResultColumn<EffectRow, Effect>;

const SECTION: Readonly<Record<Section, Bilingual>> = {
  effect: { en: 'effect', zh: '总效应' },
  event: { en: 'year by year', zh: '逐年' },
  placebo: { en: 'placebo', zh: '安慰剂' },
  sensitivity: { en: 'other choices', zh: '敏感性' },
  flows: { en: 'joint works', zh: '合作量' },
};

const percent = (value: number | null | undefined): number | null => (value == null ? null : 100 * value);

function number(
  id: string,
  [en, zh]: readonly [string, string],
  digits: number,
  value: (row: EffectRow) => number | null,
  aside = false,
): Column {
  return { id, title: { en, zh }, digits, value, ...(aside ? { aside: () => true } : {}) };
}

export const effect = defineAnalysis({
  id: 'effect',
  title: { en: 'Effect of a policy', zh: '政策效应' },
  description: {
    en: 'Whether collaboration between the cities of a region grew more than between other cities after a policy: Poisson pseudo-maximum likelihood on joint works of city pairs, year by year, against placebo regions, under other countings and definitions, and what may be said of it.',
    zh: '政策之后，区域内各城市之间的合作是否比其他城市增长更多：城市间合作量的泊松伪极大似然估计，逐年结果，与安慰剂区域比较，更换计数方式与定义的敏感性，以及可以如何表述。',
  },
  params: effectParams,
  example: { place: 'yrd_41' },
  columns: [
    {
      id: 'section',
      title: { en: 'Section', zh: '部分' },
      value: (row: EffectRow, language) => SECTION[row.section][language ?? 'en'],
    },
    {
      id: 'what',
      title: { en: 'What', zh: '内容' },
      value: (row: EffectRow, language) => row.what[language ?? 'en'],
    },
    number('since', ['Since', '政策后年数'], 0, (row) => row.since),
    number('change', ['Change %', '变化%'], 1, (row) => percent(row.change)),
    number('changeLow', ['from', '下限'], 1, (row) => percent(row.changeInterval?.[0])),
    number('changeHigh', ['to', '上限'], 1, (row) => percent(row.changeInterval?.[1])),
    number('p', ['p', 'p值'], 3, (row) => row.p),
    number('flow', ['Joint works', '合作量'], 2, (row) => row.flow),
    number('estimate', ['b', '系数'], 4, (row) => row.estimate, true),
    number('low', ['b from', '系数下限'], 4, (row) => row.interval?.[0] ?? null, true),
    number('high', ['b to', '系数上限'], 4, (row) => row.interval?.[1] ?? null, true),
    number('standardError', ['Standard error', '标准误'], 4, (row) => row.standardError, true),
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: (row: EffectRow, language) => row.reason?.[language ?? 'en'] ?? null,
    },
  ],
  findings: (answer: Effect) =>
    [answer.sentence, sayPlacebo(answer), answer.pretrend === null ? null : sayPretrend(answer)].flatMap(
      (text) => (text === null ? [] : [aboutMessages.text({ text: { en: text.en, zh: text.zh } })]),
    ),
  run: effectOf,
});
