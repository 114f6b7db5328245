import type { Bilingual, Language } from '../../base/index.ts';
import { COUNTING_TEXT } from '../collaboration/counting.ts';
import type { Panel } from './question.ts';

export const COUNTING: Readonly<Record<Panel['of'], Bilingual>> = {
  places: {
    en: 'Share (fractional by author, then by institution), Count and Σ Share² of places by year, unadjusted',
    zh: '各地点逐年的份额（按作者、再按机构分数计数）、论文数与份额平方和，未经调整',
  },
  pairs: {
    en: `joint works of pairs of places by year: ${Object.values(COUNTING_TEXT)
      .map(({ en }) => en)
      .join('; ')}`,
    zh: '地点对逐年的共同成果：全计数（每篇计1）；1/C(k,2)（每篇各对合计为1）；1/(k−1)（每篇中一城的各对合计为1）；合作得分（双方份额之和）',
  },
};

export function filterNote(
  { coaffiliation, capped }: { readonly coaffiliation: boolean; readonly capped: boolean },
  authorCap: number,
): Bilingual {
  return {
    en: `pairs ${coaffiliation ? 'with' : 'without'} co-affiliation, ${capped ? 'with' : 'without'} works above ${authorCap} authors; Shares are of all works`,
    zh: `地点对${coaffiliation ? '包含' : '不含'}双重隶属，${capped ? '包含' : '不含'}作者数超过${authorCap}的成果；份额按全部成果计`,
  };
}

export const ZEROS: Bilingual = {
  en: 'zeros are true zeros: no work under these filters; no row is missing',
  zh: '零是真实的零：所选条件下没有成果；没有缺行',
};
export const HALF: Bilingual = {
  en: 'each pair stands once, and which place is A says nothing: estimate with one effect for every place and year that either end takes (synopolis/effects does); separate effects of A and of B in a year bias what is estimated',
  zh: '每对只出现一次，甲乙之分没有含义：估计时每个地点每年只设一个效应，由任一端取用（synopolis/effects即如此）；甲、乙分设年份效应会使估计有偏',
};
export const TOGETHER: Bilingual = {
  en: 'pairs that share a work or a place move together: rows are not independent; cluster errors by pair at the least',
  zh: '共享成果或地点的各对同向变动：各行并不独立；标准误至少按地点对聚类',
};
export const NO_INTERVAL: Bilingual = {
  en: 'single cells have no interval here: they are for estimation elsewhere; ranking and links have intervals',
  zh: '此处单个数值没有区间：供另行估计使用；ranking与links给出区间',
};
export const POLICY: Bilingual = {
  en: 'sincePolicy is from the first policy of all definitions that hold the place, or both: name the one meant with `definition`',
  zh: 'sincePolicy从包含该地点（或双方）的各定义中最早的政策算起：可用`definition`指定其一',
};

export function chosenNote(kept: number, of: number): Bilingual[] {
  return kept === of
    ? []
    : [
        {
          en: `the ${kept} of ${of} places with most Share under these filters: they were chosen by what they put out, which an estimate should say`,
          zh: `取所选条件下份额最高的${kept}个地点（共${of}个）：样本按产出选取，估计时应予说明`,
        },
      ];
}

export function withoutWorks(years: readonly number[]): Bilingual[] {
  return years.length === 0
    ? []
    : [
        {
          en: `years without any work under these filters are left out, as nothing is known of them: ${years.join(', ')}`,
          zh: `所选条件下没有任何成果的年份因情况不明而不列入：${years.join('、')}`,
        },
      ];
}

/** What a panel is too small for. */
export function tooSmall(of: Panel['of'], places: number, years: number): Bilingual[] {
  return [
    ...(of === 'pairs' && places < 2
      ? [{ en: 'fewer than two places have no pairs', zh: '地点不足两个，没有地点对' }]
      : []),
    ...(years === 1 ? [{ en: 'one year: nothing changes in it', zh: '只有一年：无从比较变化' }] : []),
  ];
}

export function findingsOf(panel: Panel, language: Language = 'en'): string[] {
  const { of, rows, places, years, zeros } = panel;
  const number = (n: number): string => n.toLocaleString('en');
  const pairs = (places.length * (places.length - 1)) / 2;
  const part = rows.length === 0 ? '0' : ((zeros / rows.length) * 100).toFixed(1);
  if (language === 'zh')
    return [
      of === 'pairs'
        ? `${number(pairs)}对（${places.length}个地点）× ${years.length}年：${number(rows.length)}行，其中${part}%为零。`
        : `${places.length}个地点 × ${years.length}年${panel.byField ? '，分领域' : ''}：${number(rows.length)}行，其中${part}%为零。`,
    ];
  return [
    of === 'pairs'
      ? `${number(pairs)} pairs of ${places.length} places × ${years.length} years: ${number(rows.length)} rows, ${part} % of them zeros.`
      : `${places.length} places × ${years.length} years${panel.byField ? ' by field' : ''}: ${number(rows.length)} rows, ${part} % of them zeros.`,
  ];
}
