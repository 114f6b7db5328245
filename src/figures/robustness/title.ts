import { axisIn, sayChoice } from '../../analyses/sensitivity/choices.ts';
import type { Sensitivity, SensitivityRow, Verdict } from '../../analyses/sensitivity/question.ts';
import { reaching } from '../../analyses/sensitivity/verdict.ts';
import { type Language, list, nameIn, whole } from '../../base/index.ts';
import { type Judged, judge } from './badge.ts';
import { sayHeadline, sayRow, subjectOf } from './words.ts';

interface Told {
  readonly answer: Sensitivity;
  readonly verdict: Verdict;
  readonly rows: readonly SensitivityRow[];
}

/** Whether an answer is robust, how far it moves, and which choice moves it most. */
export function firmTitle(told: Told, language: Language): string {
  const { answer, verdict, rows } = told;
  const zh = language === 'zh';
  const what = subjectOf(verdict.headline, nameIn(answer.place, language), language);
  if (verdict.undefined === verdict.settings)
    return zh ? `${what}：所有口径下均无法计算` : `${what} cannot be told under any choice`;
  const is = JUDGED[judge(verdict)][language];
  const asked = sayRow(rows[0], language);
  const ends = endsOf(told, language);
  const moved = sayMoves(verdict, language);
  return zh
    ? `${what}${is}：按所问为${asked}，${ends}${moved}`
    : `${what} ${is}: ${asked} as asked, ${ends}${moved}`;
}

const JUDGED: Readonly<Record<Judged, Readonly<Record<Language, string>>>> = {
  robust: { en: 'is robust', zh: '稳健' },
  sensitive: { en: 'is sensitive to choices', zh: '对口径敏感' },
  close: { en: 'is too close to call', zh: '尚无定论' },
  level: { en: 'moves with what is counted', zh: '随计数对象变动' },
  none: { en: 'has no verdict', zh: '不作判断' },
};

function endsOf({ verdict, rows }: Told, language: Language): string {
  const zh = language === 'zh';
  const { headline, range, settings, against } = verdict;
  const n = whole(settings - verdict.undefined, language);
  const left = whole(against, language);
  if (range === null) {
    const firsts = [...new Set(rows.flatMap((row) => (zh ? row.textZh : row.text) ?? []))];
    if (firsts.length === 1) return zh ? `${n}种口径下相同` : `and so under all ${n} choices`;
    return zh
      ? `但${n}种口径中有${left}种由${list(firsts.slice(1), 'zh')}居首`
      : `but ${list(firsts.slice(1), 'en')} under ${left} of ${n} choices`;
  }
  const [low, high] = range.map((end) => sayHeadline(headline, end, language));
  const between =
    low === high
      ? zh
        ? `${n}种口径下均为${low}`
        : `${low} under all ${n} choices`
      : zh
        ? `${n}种口径下为${low}至${high}`
        : `${low} to ${high} under ${n} choices`;
  if (against > 0) {
    const { zh: how, en, one } = AGAINST[verdict.kind === 'rank' ? 'rank' : 'direction'];
    return zh
      ? `${between}，其中${left}种${how}`
      : `${between}, ${left} of which ${against === 1 ? one : en}`;
  }
  const reach = reaching(rows);
  if (reach === 0) return between;
  const neutral = rows[0].neutral ?? 0;
  return zh
    ? `${between}，其中${whole(reach, 'zh')}个区间含${neutral}`
    : `${between}, ${whole(reach, 'en')} of the intervals ${reach === 1 ? 'reaches' : 'reach'} ${neutral}`;
}

const AGAINST = {
  rank: { en: 'lie outside its interval', one: 'lies outside its interval', zh: '超出其区间' },
  direction: { en: 'point the other way', one: 'points the other way', zh: '方向相反' },
} as const;

function sayMoves({ moves, headline }: Verdict, language: Language): string {
  const most = moves.at(0);
  if (most === undefined) return '';
  const zh = language === 'zh';
  const choice = sayChoice(most.axis, most, language) ?? '';
  const { value } = most;
  const to = value === null ? (zh ? most.textZh : most.text)! : sayHeadline(headline, value, language);
  return zh
    ? `；影响最大的是${axisIn(most.axis, 'zh')}（${choice}：${to}）`
    : `; what moves it most is ${axisIn(most.axis, 'en')} (${choice}: ${to})`;
}
