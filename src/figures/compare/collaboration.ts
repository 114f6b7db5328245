import type { Figure } from '../figure.ts';
import { decimals, type Language, nameIn } from '../../base/index.ts';
import type { Slots } from '../output-history.ts';
import { fromTo } from '../format-text.ts';
import { compared, type Compared } from './dot-figure.ts';

const SHOWN = ['outward', 'intra', 'intra-expected'];

/** How much each place works with others, and how much of a region's collaboration stays inside. */
export function collaborationCompared(answer: Compared, slots: Slots, language: Language): Figure {
  const zh = language === 'zh';
  const rows = answer.rows.filter(
    ({ what, section }) => section === 'collaboration' && SHOWN.includes(what.id),
  );
  const regions = answer.rows.some(({ what, value }) => what.id === 'intra' && value !== null);
  return compared(
    answer,
    {
      name: 'collaboration',
      title: title(answer, language),
      subtitle: zh
        ? '占比（%），线为95%区间；期望值没有区间'
        : 'Per cent. Lines: 95 % intervals; what is expected has none',
      rows: regions ? rows : rows.filter(({ what }) => what.id === 'outward'),
      label: ({ what }) => what[language],
      slots,
      format: percent,
      digits: 1,
    },
    language,
  );
}

const percent = (value: number, language: Language): string =>
  `${decimals(value, 1, language)}${language === 'zh' ? '%' : '\u00a0%'}`;

/** Who works most with others, and who least. */
function title({ rows }: Compared, language: Language): string {
  const zh = language === 'zh';
  const known = rows
    .filter(({ what, value }) => what.id === 'outward' && value !== null)
    .sort((a, b) => b.value! - a.value!);
  if (known.length === 0) return zh ? '与外地的合作' : 'Work with others';
  const say = (row: (typeof known)[number]): string =>
    `${percent(row.value!, language)}${fromTo(row.interval, percent, language)}`;
  const [first, last] = [known[0], known[known.length - 1]];
  const [most, least] = [nameIn(first.place, language), nameIn(last.place, language)];
  if (first === last)
    return zh
      ? `${most}有外地作者的成果占${say(first)}`
      : `${say(first)} of the works of ${most} have an author elsewhere`;
  const apart = first.interval !== null && last.interval !== null && first.interval[0] > last.interval[1];
  if (!apart)
    return zh
      ? `有外地作者的成果占比：${most}${say(first)}与${least}${say(last)}之间没有定论`
      : `Which of these works most with others is not settled: ${most} ${say(first)}, ${least} ${say(last)}`;
  return zh
    ? `有外地作者的成果占比：${most}最高，${say(first)}；${least}最低，${say(last)}`
    : `${most} works most with others, in ${say(first)} of its works; ${least} least, in ${say(last)}`;
}
