import { inBoth, type Language, nameIn, sayReason } from '../../base/index.ts';
import { type Axis, axisIn, sayChoice } from './choices.ts';
import { headlineIn } from './texts.ts';
import type { Move, SensitivityRow, Verdict } from './question.ts';

/** What a verdict rests on. */
export interface Grounds {
  readonly base: SensitivityRow;
  readonly defined: readonly SensitivityRow[];
  readonly verdict: Verdict['verdict'];
  readonly range: readonly [number, number] | null;
  readonly against: number;
  readonly settings: number;
  readonly moves: readonly Move[];
}

const VERDICTS: Readonly<Record<Verdict['verdict'], Readonly<Record<Language, string>>>> = {
  robust: { en: 'robust', zh: '稳健' },
  sensitive: { en: 'sensitive to choices', zh: '对口径敏感' },
  'too close to call': { en: 'too close to call', zh: '尚无定论' },
  'no verdict': { en: 'no verdict', zh: '不作判断' },
};

/** A verdict in words. */
const verdictIn = (verdict: Verdict['verdict'], language: Language): string => VERDICTS[verdict][language];

/** A verdict as a sentence, without its end. */
export function say(grounds: Grounds): Pick<Verdict, 'said' | 'saidZh'> {
  return { said: inEnglish(grounds), saidZh: inChinese(grounds) };
}

function inEnglish({ base, defined, verdict, range, against, settings, moves }: Grounds): string {
  const lacking = settings > defined.length ? `; undefined under ${settings - defined.length}` : '';
  if (defined.length === 0)
    return `${base.headline}: undefined under all ${settings} settings (${base.reason ?? 'no value'})`;
  if (base.kind === 'first') {
    const names = [...new Set(defined.map(({ text }) => text!))];
    return `${base.headline}: ${verdictIn(verdict, 'en')}, ${names.join(', or ')} under ${defined.length} settings${most(base, moves, 'en')}${lacking}`;
  }
  const { at, low, high, ends } = numbers(base, range!);
  const interval = ends === null ? '' : ` (${ends.join(' to ')})`;
  const why = {
    rank: `outside its interval under ${against}`,
    direction: `on the other side of ${base.neutral ?? 0} under ${against}`,
    level: 'a level, which moves with what is counted',
  }[base.kind];
  const inside = verdict === 'too close to call' && base.kind === 'rank' ? ', all inside its interval' : '';
  const tail = base.kind === 'level' || against > 0 ? `, ${why}` : inside;
  return `${base.headline}: ${verdictIn(verdict, 'en')}, ${at ?? 'undefined'}${interval} at first, ${low} to ${high} under ${defined.length} settings${tail}${most(base, moves, 'en')}${lacking}`;
}

function inChinese({ base, defined, verdict, range, against, settings, moves }: Grounds): string {
  const headline = headlineIn(base.headline, 'zh');
  const lacking = settings > defined.length ? `；${settings - defined.length}种设定下无定义` : '';
  if (defined.length === 0)
    return `${headline}：全部${settings}种设定下均无定义（${sayReason(base.reason, 'zh') ?? '没有数值'}）`;
  const judged = `${headline}：${verdictIn(verdict, 'zh')}`;
  if (base.kind === 'first') {
    const names = [...new Set(defined.map(({ textZh }) => textZh!))];
    return `${judged}，${defined.length}种设定下为${names.join('或')}${most(base, moves, 'zh')}${lacking}`;
  }
  const { at, low, high, ends } = numbers(base, range!);
  const interval = ends === null ? '' : `（${ends.join('至')}）`;
  const why = {
    rank: `${against}种设定下超出其区间`,
    direction: `${against}种设定下落在${base.neutral ?? 0}的另一侧`,
    level: '水平值，随计数对象变动',
  }[base.kind];
  const inside = verdict === 'too close to call' && base.kind === 'rank' ? '，均在其区间之内' : '';
  const tail = base.kind === 'level' || against > 0 ? `，${why}` : inside;
  return `${judged}，首个设定下${at ?? '无定义'}${interval}，${defined.length}种设定下为${low}至${high}${tail}${most(base, moves, 'zh')}${lacking}`;
}

/** Which choice by itself moves it most, and how far. */
function most({ kind }: SensitivityRow, moves: readonly Move[], language: Language): string {
  const move = moves.at(0);
  if (move === undefined) return '';
  const { axis, value, text, textZh } = move;
  const choice = sayChoice(axis, move, language) ?? '';
  const to = value === null ? nameIn({ name: text!, nameZh: textZh }, language) : fixed(kind, value);
  return MOST[language](axis, choice, to);
}

const MOST = inBoth({
  en: (axis: Axis, choice: string, to: string) =>
    `; ${axisIn(axis, 'en')} ${axis === 'years' || axis === 'capped' ? 'move' : 'moves'} it most (${choice}: ${to})`,
  zh: (axis, choice, to) => `；${axisIn(axis, 'zh')}影响最大（${choice}：${to}）`,
});

const fixed = (kind: SensitivityRow['kind'], value: number): string => value.toFixed(kind === 'rank' ? 0 : 3);

function numbers(
  { kind, value, interval }: SensitivityRow,
  range: readonly [number, number],
): { at: string | null; low: string; high: string; ends: string[] | null } {
  return {
    at: value === null ? null : fixed(kind, value),
    low: fixed(kind, range[0]),
    high: fixed(kind, range[1]),
    ends: interval === null ? null : interval.map((end) => fixed(kind, end)),
  };
}
