import { type Language, nameIn, sayReason } from '../../base/index.ts';
import { sayMoved } from '../output/ahead-text.ts';
import { sayYears } from '../population/year-windows.ts';
import type { RankChange, RankHistory, RankHistoryRow } from './question.ts';

/** Where each place stood first and last, and how sure the change is. */
export function findingsOf({ changes }: RankHistory, language: Language = 'en'): string[] {
  return changes.map((change) => (language === 'zh' ? inChinese(change) : inEnglish(change)));
}

const span = ({ rankInterval }: RankHistoryRow): string | null =>
  rankInterval === null ? null : rankInterval.join('–');

function inEnglish({ place, first, last, better, same, worse, reason }: RankChange): string {
  const at = (row: RankHistoryRow): string => {
    if (row.rank === null) return `none in ${sayYears(row.years)} (${row.reason!})`;
    const ends = span(row);
    return `${row.rank}${ends === null ? '' : ` (${ends})`} of ${row.ranked} in ${sayYears(row.years)}`;
  };
  const ends = first === last ? `rank ${at(first)}` : `rank ${at(first)}, ${at(last)}`;
  if (better === null || worse === null)
    return `${place.name}: ${ends}; whether it changed cannot be said: ${reason!}.`;
  const moved = sayMoved({ better, same: same ?? 0, worse }, 'en', (p) => p.toFixed(3));
  return `${place.name}: ${ends}; ${moved}: P(moved up) = ${better.toFixed(3)}, P(moved down) = ${worse.toFixed(3)}, works resampled.`;
}

function inChinese({ place, first, last, better, same, worse, reason }: RankChange): string {
  const at = (row: RankHistoryRow): string => {
    const when = `${sayYears(row.years)}年`;
    if (row.rank === null) return `${when}无名次（${sayReason(row.reason, 'zh')!}）`;
    const ends = span(row);
    return `${when}第${row.rank}位（${ends === null ? '' : `${ends}，`}共${row.ranked}个）`;
  };
  const name = nameIn(place, 'zh');
  const ends = first === last ? at(first) : `${at(first)}，${at(last)}`;
  if (better === null || worse === null)
    return `${name}：${ends}；无法判断是否变化：${sayReason(reason, 'zh')!}。`;
  const moved = sayMoved({ better, same: same ?? 0, worse }, 'zh', (p) => p.toFixed(3));
  return `${name}：${ends}；${moved}：对成果重抽样，上升的概率${better.toFixed(3)}，下降的概率${worse.toFixed(3)}。`;
}
