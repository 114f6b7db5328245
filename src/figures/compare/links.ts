import { NOT_ADJUSTED } from '../../analyses/collaboration/expected-by-size.ts';
import type { CompareRow } from '../../analyses/compare/question.ts';
import type { Figure } from '../figure.ts';
import { distinctNames } from '../names.ts';
import { type Language, number } from '../../base/index.ts';
import { fromTo, side, times } from '../format-text.ts';
import { compared, type Compared, isFew } from './dot-figure.ts';

/** Who of the places works with whom, and inside itself, against what sizes make likely. */
export function linksCompared(answer: Compared, language: Language): Figure {
  const zh = language === 'zh';
  const names = distinctNames(answer.places, language);
  const label = ({ place, other }: CompareRow): string => {
    const here = names.get(place.id)!;
    if (other === null) return zh ? `${here}内部` : `inside ${here}`;
    return `${here} – ${names.get(other.id)!}`;
  };
  const rows = answer.rows.filter(
    ({ section, what, value }) =>
      (section === 'links' && what.id === 'ratio') || (what.id === 'intra-ratio' && value !== null),
  );
  return compared(
    answer,
    {
      name: 'links-compared',
      title: title(rows, label, language),
      subtitle: zh
        ? `合作的观测/期望，对数刻度：1为按规模预期的水平（${NOT_ADJUSTED.zh}）。线为95%区间；浅色：共同成果不足10篇`
        : `Observed over expected collaboration, on a scale of ratios: 1 is the level expected from size alone (${NOT_ADJUSTED.en}). Lines: 95 % intervals. Faint: under ten joint works`,
      rows: rows.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1)),
      label,
      slots: null,
      log: true,
      reference: 1,
      sides: zh
        ? ['低于按规模的预期', '高于按规模的预期']
        : ['below the level expected from size alone', 'above'],
      format: (value) => number(Number(value.toPrecision(3)), language),
      digits: 2,
    },
    language,
  );
}

/** The pair that is surest to work together more than size explains, and how many surely do less. */
function title(rows: readonly CompareRow[], label: (row: CompareRow) => string, language: Language): string {
  const zh = language === 'zh';
  const pairs = rows.filter(({ other, value }) => other !== null && value !== null);
  if (pairs.length === 0)
    return zh ? '这些地点两两之间没有可计数的合作' : 'No two of these places have a link that can be counted';
  // Under ten joint works a ratio says little, whatever its interval.
  const firm = pairs.filter((row) => !isFew(row));
  if (firm.length === 0)
    return zh
      ? '任一对地点的共同成果都不足10篇：比值说明不了多少'
      : 'No two of these places have ten joint works: ratios say little';
  const above = firm
    .filter(({ interval }) => side(interval, 1) === 'above')
    .sort((a, b) => b.interval![0] - a.interval![0]);
  const below = firm.filter(({ interval }) => side(interval, 1) === 'below');
  const counts = zh
    ? `共同成果达10篇的${firm.length}对地点中，合作显著高于按规模预期的${above.length}对，显著低于的${below.length}对（${NOT_ADJUSTED.zh}）`
    : `Of ${firm.length} ${firm.length === 1 ? 'pair' : 'pairs'} with ten or more joint works, ${above.length} ${above.length === 1 ? 'works' : 'work'} together significantly more than expected from size alone and ${below.length} less (${NOT_ADJUSTED.en})`;
  if (above.length === 0) return counts;
  const [top] = above;
  const ratio = `${times(top.value!, language)}${zh ? '倍' : ' times the expected level'}${fromTo(top.interval, times, language)}`;
  return zh
    ? `${counts}；最显著的是${label(top)}，为预期的${ratio}`
    : `${counts}; clearest for ${label(top)}, ${ratio}`;
}
