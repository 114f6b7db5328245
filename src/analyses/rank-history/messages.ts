import { defineMessages, joined, nameIn, parameter, type Reason, sayReason } from '../../base/index.ts';
import { sayMoved } from '../output/ahead-text.ts';
import { sayYears, type Years } from '../population/year-windows.ts';

interface End {
  readonly years: Years;
  readonly rank: number | null;
  readonly rankInterval: readonly [number, number] | null;
  readonly ranked: number;
  readonly reason: Reason | null;
}

/** Where a place stood first and last, and how sure the change is. */
interface Change {
  readonly place: { readonly name: string; readonly nameZh: string | null };
  readonly first: End;
  /** Null where there is one window. */
  readonly last: End | null;
  readonly better: number | null;
  readonly same: number | null;
  readonly worse: number | null;
  readonly reason: Reason | null;
}

const span = ({ rankInterval }: End): string | null =>
  rankInterval === null ? null : rankInterval.join('–');

function inEnglish({ place, first, last, better, same, worse, reason }: Change): string {
  const at = (row: End): string => {
    if (row.rank === null) return `none in ${sayYears(row.years)} (${row.reason!})`;
    const ends = span(row);
    return `${row.rank}${ends === null ? '' : ` (${ends})`} of ${row.ranked} in ${sayYears(row.years)}`;
  };
  const ends = last === null ? `rank ${at(first)}` : `rank ${at(first)}, ${at(last)}`;
  if (better === null || worse === null)
    return `${place.name}: ${ends}; whether it changed cannot be said: ${reason!}.`;
  const moved = sayMoved({ better, same: same ?? 0, worse }, 'en', (p) => p.toFixed(3));
  return `${place.name}: ${ends}; ${moved}: P(moved up) = ${better.toFixed(3)}, P(moved down) = ${worse.toFixed(3)}, works resampled.`;
}

function inChinese({ place, first, last, better, same, worse, reason }: Change): string {
  const at = (row: End): string => {
    const when = `${sayYears(row.years)}年`;
    if (row.rank === null) return `${when}无名次（${sayReason(row.reason, 'zh')!}）`;
    const ends = span(row);
    return `${when}第${row.rank}位（${ends === null ? '' : `${ends}，`}共${row.ranked}个）`;
  };
  const name = nameIn(place, 'zh');
  const ends = last === null ? at(first) : `${at(first)}，${at(last)}`;
  if (better === null || worse === null)
    return `${name}：${ends}；无法判断是否变化：${sayReason(reason, 'zh')!}。`;
  const moved = sayMoved({ better, same: same ?? 0, worse }, 'zh', (p) => p.toFixed(3));
  return `${name}：${ends}；${moved}：对论文重抽样，上升的概率${better.toFixed(3)}，下降的概率${worse.toFixed(3)}。`;
}

export const messages = defineMessages('rank-history', {
  severalKinds: {
    en: ({ kinds }: { kinds: readonly string[] }) =>
      `The places given are of several kinds: ${joined(kinds, 'en')}. Give places of one kind, or rank all of them together with ${parameter('of', kinds.join(','))}.`,
    zh: ({ kinds }) =>
      `所列地点分属几类：${joined(kinds, 'zh')}。请给出同一类的地点，或用${parameter('of', kinds.join(','))}将其一并排名。`,
  },
  change: { en: inEnglish, zh: inChinese },
  method: {
    en: 'joint draws from the covariance over works, for a fixed number of works in each window',
    zh: '由论文协方差联合抽取，各时段论文总数固定',
  },
  windows: {
    en: 'each window is ranked as `ranking` ranks its years: competition ranks (1224), among all places with output in it',
    zh: '每个时段的排名与`ranking`按其年份的排名相同：并列名次（1224），范围为该时段有产出的全部地点',
  },
  howToRead: {
    en: 'intervals and probabilities say how stable ranks are when works are resampled, not what coverage or boundaries do; places chosen because they rank high tend to fall back',
    zh: '区间与概率只说明对论文重抽样时名次是否稳定，不涉及收录范围与边界的影响；因名次高而被选中的地点往往会回落',
  },
  disjoint: {
    en: 'regions are ranked among regions of which no two share a city; one that overlaps others, instead of them',
    zh: '区域在互不重叠的区域之间排名；与其他区域重叠者，代替它们参加排名',
  },
  oneWindow: {
    en: 'there is one window of years: whether ranks changed cannot be said',
    zh: '只有一个时段：无法判断名次是否变化',
  },
  yearsInCommon: {
    en: 'the first and the last window have years in common, so that how sure a change is cannot be said: take shorter windows',
    zh: '首末两个时段有共同年份，无法判断变化是否可靠：请缩短时段',
  },
});
