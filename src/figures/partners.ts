import { NOT_ADJUSTED } from '../analyses/collaboration/expected-by-size.ts';
import type { LinkRow, Links } from '../analyses/links/question.ts';
import type { Figure, Told } from './figure.ts';
import { distinctNames } from './names.ts';
import { interval, type Language, nameIn, number, whole } from '../base/index.ts';
import { HUES } from './palette.ts';
import { drawWhiskers } from './parts/whiskers.ts';
import { fromTo, side, times } from './format-text.ts';

/** With whom one place works, against what the sizes of both make likely: those with most joint works. */
export function partnersFigure(
  links: Links & Told,
  place: { readonly id: string; readonly name: string; readonly nameZh: string | null },
  slot: number,
  language: Language,
): Figure {
  const zh = language === 'zh';
  const partner = (row: LinkRow): LinkRow['a'] => (row.a.id === place.id ? row.b : row.a);
  const rows = links.rows.toSorted((a, b) => (b.ratio ?? -1) - (a.ratio ?? -1));
  const drawn = rows.filter(({ ratio }) => ratio !== null);
  const name = nameIn(place, language);
  const names = distinctNames(rows.map(partner), language);
  const nameOfPartner = (row: LinkRow): string => names.get(partner(row).id)!;
  return {
    name: 'partners',
    title: partnersTitle(drawn, name, nameOfPartner, language),
    subtitle: zh
      ? `合作的观测/期望，对数刻度：1为按规模预期的水平（${NOT_ADJUSTED.zh}）。线为95%区间；浅色：共同成果不足10篇。所列为共同成果最多的${rows.length}个，其中小地点的高比值也有选择的偶然`
      : `Observed over expected collaboration, on a scale of ratios: 1 is the level expected from size alone (${NOT_ADJUSTED.en}). Lines: 95 % intervals. Faint: under ten joint works. The ${rows.length} with most joint works: small places among them stand high by chance too`,
    about: links.told,
    synthetic: links.synthetic,
    ...(drawn.length === 0
      ? { empty: zh ? '所选条件下没有合作成果' : 'no joint works under these filters' }
      : {}),
    numbers: {
      columns: [
        { title: zh ? '编号' : 'Id' },
        { title: zh ? '合作地点' : 'Partner' },
        { title: zh ? '共同成果' : 'Joint works', digits: 0 },
        { title: zh ? '期望' : 'Expected', digits: 1 },
        { title: zh ? '观测/期望' : 'Observed/expected', digits: 2 },
        { title: zh ? '下限' : 'From', digits: 2 },
        { title: zh ? '上限' : 'To', digits: 2 },
      ],
      rows: rows.map((row) => [
        partner(row).id,
        nameOfPartner(row),
        row.works,
        row.expected,
        row.ratio,
        ...(row.ratioInterval ?? [null, null]),
      ]),
    },
    draw: (space) =>
      drawWhiskers(
        space,
        [
          {
            name,
            colour: HUES[slot % HUES.length],
            shape: 0,
            marks: drawn.map((row) => ({
              label: nameOfPartner(row),
              value: row.ratio,
              ends: row.ratioInterval,
              faded: row.fewWorks,
              text: zh
                ? `${ratioText(row, 'zh')}，${whole(row.works, 'zh')}篇`
                : `${ratioText(row, 'en')}, ${whole(row.works, 'en')} ${row.works === 1 ? 'work' : 'works'}`,
            })),
          },
        ],
        {
          language,
          log: true,
          reference: 1,
          sides: zh
            ? ['低于按规模的预期', '高于按规模的预期']
            : ['below the level expected from size alone', 'above'],
          ticks: (value) => number(value, language),
        },
      ),
  };
}

const short = (value: number): number => Number(value.toPrecision(3));

function ratioText({ ratio, ratioInterval }: LinkRow, language: Language): string {
  const ends =
    ratioInterval === null
      ? ''
      : ` (${interval([short(ratioInterval[0]), short(ratioInterval[1])], number, language)})`;
  return `${number(ratio === null ? null : short(ratio), language)}${ends}`;
}

/** How many are surely above what size explains and how many below, and the one that is surest to be above. */
function partnersTitle(
  rows: readonly LinkRow[],
  name: string,
  nameOfPartner: (row: LinkRow) => string,
  language: Language,
): string {
  const zh = language === 'zh';
  if (rows.length === 0) return zh ? `${name}的合作伙伴` : `Partners of ${name}`;
  // Under ten joint works a ratio says little, whatever its interval.
  const firm = rows.filter(({ fewWorks }) => !fewWorks);
  if (firm.length === 0)
    return zh
      ? `${name}与任一伙伴的共同成果都不足10篇：比值说明不了多少`
      : `No partner has ten joint works with ${name}: ratios say little`;
  const above = firm
    .filter(({ ratioInterval }) => side(ratioInterval, 1) === 'above')
    .sort((a, b) => b.ratioInterval![0] - a.ratioInterval![0]);
  const below = firm.filter(({ ratioInterval }) => side(ratioInterval, 1) === 'below');
  const counts = zh
    ? `与${name}有10篇以上共同成果的${firm.length}个伙伴中，合作显著高于按规模预期的有${above.length}个，显著低于的有${below.length}个（${NOT_ADJUSTED.zh}）`
    : `Of ${firm.length} partners with ten or more joint works, ${above.length} ${above.length === 1 ? 'works' : 'work'} with ${name} significantly more than expected from size alone and ${below.length} less (${NOT_ADJUSTED.en})`;
  if (above.length === 0) return counts;
  const [top] = above;
  const [ratio, ends] = [times(top.ratio!, language), fromTo(top.ratioInterval, times, language)];
  return zh
    ? `${counts}；最显著的是${nameOfPartner(top)}，为预期的${ratio}倍${ends}`
    : `${counts}; clearest for ${nameOfPartner(top)}, ${ratio} times the expected level${ends}`;
}
