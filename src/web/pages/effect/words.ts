import type { Assertion } from '../../../analyses/effect/say.ts';
import { CONDITIONS } from '../../../figures/words/conditions.ts';
import { inBoth } from '../../state/language.ts';

export const words = inBoth({
  en: {
    ...CONDITIONS.en,
    heading: 'Did a policy change who works together?',
    asked: 'What is asked',
    policy: 'Policy of',
    ofDefinition: 'as defined',
    lag: 'First works changed',
    lags: (years: number) =>
      years === 0 ? 'the same year' : `${years} ${years === 1 ? 'year' : 'years'} on`,
    controls: 'Compared with',
    alike: 'cities alike before',
    untreated: 'those without a policy of their own',
    controlsHelp:
      'A city of a region with a policy of its own in these years may have changed too; without such cities there are fewer to compare with.',
    may: 'What may be said',
    verbs: {
      caused: 'Caused, under the conditions below',
      'consistent with': 'Consistent with an effect, but does not show one',
      'not told from none': 'Cannot be distinguished from no change',
    },
    provisional:
      'The placebo regions are still being estimated: until then the sentence has no comparison with them.',
    unsayable: 'Nothing may be said.',
    detectable: (change: string) =>
      `A change of ${change} or more would likely have been seen; a smaller one could have been missed.`,
    vouchHelp:
      'Works cannot show the last three: select those that you assume. The sentence above changes with them.',
    vouch: {
      assigned: 'I assume that the choice of the region did not depend on its future collaboration',
      contained: 'I assume that the policy did not change collaboration outside the region',
      alone: 'I assume that there was no other shock at that time',
    } satisfies Record<Assertion, string>,
    sample: 'What the estimate is made of',
    rows: 'Pairs of cities × years',
    zeros: 'of them without a joint work (kept)',
    allZero: 'left out: all zero of a pair, or of a city in a year',
    singletons: 'left out: alone in their group',
    separated: 'left out: separated',
    used: 'Used',
    pairs: 'Pairs of cities',
    cities: (own: string, others: string) => `${own} cities of the region, ${others} others to compare with`,
    flows: 'Mean joint works of a pair in a year',
    flowsHelp: 'As counted, before any estimate.',
    more: 'Placebo regions and other choices',
    moreWaits: 'These take longer: the estimate is repeated for many placebo regions and other choices.',
    whole: 'The whole answer as a table',
    refit: (n: string, worst: string) =>
      `Placebo regions are estimated in one step from the region’s fit; ${n} were refitted to the end, and differ by at most ${worst} in b.`,
  },
  zh: {
    ...CONDITIONS.zh,
    heading: '政策是否改变了城市之间的合作？',
    asked: '所问的问题',
    policy: '政策年份',
    ofDefinition: '按定义',
    lag: '最早受影响的成果',
    lags: (years: number) => (years === 0 ? '当年' : `${years}年后`),
    controls: '对照城市',
    alike: '政策前相近的城市',
    untreated: '仅没有自身政策者',
    controlsHelp: '同期另有政策的区域，其城市也可能因此改变；排除这些城市后，可比较的城市较少。',
    may: '可以怎样表述',
    verbs: {
      caused: '在下列条件下可称因果',
      'consistent with': '与政策效应一致，但未证明因果',
      'not told from none': '与没有变化无法区分',
    },
    provisional: '安慰剂区域尚在估计：在此之前，表述中没有与它们的比较。',
    unsayable: '不能作任何表述。',
    detectable: (change: string) => `若变化达到${change}以上，很可能会被观察到；更小的变化可能被遗漏。`,
    vouchHelp: '后三项无法由论文数据证明：请勾选您假定成立的条件，上面的表述随之改变。',
    vouch: {
      assigned: '假定政策对象的选择与其未来的合作无关',
      contained: '假定政策没有改变区域外的合作',
      alone: '假定同期没有其他冲击',
    },
    sample: '估计所用的样本',
    rows: '城市对×年份',
    zeros: '其中没有合作成果（保留）',
    allZero: '剔除：城市对或城市—年份全为零',
    singletons: '剔除：组内单一',
    separated: '剔除：完全分离',
    used: '使用',
    pairs: '城市对',
    cities: (own: string, others: string) => `区域内${own}个城市，与${others}个其他城市比较`,
    flows: '每对城市每年的平均合作成果',
    flowsHelp: '估计之前的原始计数。',
    more: '安慰剂区域与其他口径',
    moreWaits: '这部分较慢：须对许多安慰剂区域和其他口径重新估计。',
    whole: '完整答案（表格）',
    refit: (n: string, worst: string) =>
      `安慰剂区域由本区域的拟合一步估计；其中${n}个完整重新拟合，系数最多相差${worst}。`,
  },
});
