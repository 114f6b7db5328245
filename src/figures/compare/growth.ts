import type { Figure } from '../figure.ts';
import { decimals, type Language, nameIn } from '../../base/index.ts';
import type { Slots } from '../output-history.ts';
import { fromTo } from '../format-text.ts';
import { compared, type Compared } from './dot-figure.ts';

/** How fast the Share of each place grows: against all works, and as it stands. */
export function growthCompared(answer: Compared, slots: Slots, language: Language): Figure {
  const zh = language === 'zh';
  const rows = answer.rows.filter(({ section }) => section === 'growth');
  return compared(
    answer,
    {
      name: 'growth',
      title: title(answer, language),
      subtitle: zh
        ? '份额的年增长率（%），线为95%区间'
        : 'Growth of Share, per cent a year. Lines: 95 % intervals',
      rows,
      label: ({ what }) => what[language],
      slots,
      reference: 0,
      format: percent,
      digits: 2,
    },
    language,
  );
}

const percent = (value: number, language: Language): string =>
  `${value > 0 ? '+' : ''}${decimals(value, 1, language)}${language === 'zh' ? '%' : '\u00a0%'}`;

/** The one that gained most on all works, and whether it surely grew faster than the next. */
function title({ rows }: Compared, language: Language): string {
  const zh = language === 'zh';
  const known = rows
    .filter(({ what, value }) => what.id === 'growth-relative' && value !== null)
    .sort((a, b) => b.value! - a.value!);
  if (known.length === 0) return zh ? '无法计算增长' : 'Growth cannot be measured';
  const [first, second] = known;
  const name = nameIn(first.place, language);
  const rate = `${percent(first.value!, language)}${fromTo(first.interval, percent, language)}`;
  const fastest = zh
    ? `${name}的份额相对全部成果增长最快，每年${rate}`
    : `Against all works, Share of ${name} grows fastest: ${rate} a year`;
  if (known.length < 2 || first.interval === null || second.interval === null) return fastest;
  const apart = first.interval[0] > second.interval[1];
  const next = nameIn(second.place, language);
  if (zh) return `${fastest}；${apart ? `区间高于${next}` : `与${next}的区间重叠`}`;
  return `${fastest}; its interval ${apart ? `lies above that of ${next}` : `overlaps that of ${next}`}`;
}
