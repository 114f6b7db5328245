import type { Specialisation, SpecialisationRow } from '../analyses/specialisation/question.ts';
import type { Figure, Told } from './figure.ts';
import { distinctNames } from './names.ts';
import { interval, type Language, nameIn, number } from '../base/index.ts';
import { HUES } from './palette.ts';
import { drawWhiskers } from './parts/whiskers.ts';
import { fromTo, times } from './format-text.ts';

/** Location quotients of one place by field, each with its interval, on a scale of ratios around 1. */
export function specialisationFigure(
  answer: Specialisation & Told,
  slot: number,
  language: Language,
): Figure {
  const zh = language === 'zh';
  const rows = answer.rows.toSorted((a, b) => (b.quotient ?? -1) - (a.quotient ?? -1));
  const names = distinctNames(
    rows.map(({ field }) => field),
    language,
  );
  const drawn = rows.filter(({ quotient }) => quotient !== null);
  return {
    name: 'fields',
    title: fieldsTitle(answer, language),
    subtitle: zh
      ? `区位商（份额），对数刻度：1为与${answer.baseline.nameZh}相同。线为95%区间；浅色：不足10篇`
      : `Location quotient by Share, on a scale of ratios: 1 is the same part as in ${answer.baseline.name}. Lines: 95 % intervals. Faint: under ten works`,
    about: answer.told,
    synthetic: answer.synthetic,
    ...(drawn.length === 0 ? { empty: whyNot(rows, language) } : {}),
    numbers: {
      columns: [
        { title: zh ? '领域' : 'Field' },
        { title: zh ? '区位商' : 'Location quotient', digits: 2 },
        { title: zh ? '下限' : 'From', digits: 2 },
        { title: zh ? '上限' : 'To', digits: 2 },
        { title: zh ? '份额' : 'Share', digits: 1 },
        { title: zh ? '成果' : 'Works', digits: 0 },
        { title: zh ? '缺失原因' : 'Why not' },
      ],
      rows: rows.map((row) => [
        names.get(String(row.field.id))!,
        row.quotient,
        ...(row.interval ?? [null, null]),
        row.share,
        row.works,
        row.reason?.[language] ?? null,
      ]),
    },
    draw: (space) =>
      drawWhiskers(
        space,
        [
          {
            name: nameIn(answer.place, language),
            colour: HUES[slot % HUES.length],
            shape: 0,
            marks: drawn.map((row) => ({
              label: names.get(String(row.field.id))!,
              value: row.quotient,
              ends: row.interval,
              faded: row.fewWorks,
              text: `${number(round(row.quotient!), language)}${row.interval === null ? '' : ` (${interval([round(row.interval[0]), round(row.interval[1])], number, language)})`}`,
            })),
          },
        ],
        {
          language,
          log: true,
          reference: 1,
          sides: zh ? ['少于其他城市', '多于其他城市'] : ['less than elsewhere', 'more'],
          ticks: (value) => number(value, language),
        },
      ),
  };
}

const round = (value: number): number => Number(value.toPrecision(3));

function whyNot(rows: readonly SpecialisationRow[], language: Language): string {
  const reason = rows.find((row) => row.reason !== null)?.reason?.[language];
  return reason ?? (language === 'zh' ? '所选条件下没有成果' : 'no works under these filters');
}

/** In how many fields, and the one that is surest to be high. */
function fieldsTitle({ place, diversity, clear, fields, rows }: Specialisation, language: Language): string {
  const zh = language === 'zh';
  const name = nameIn(place, language);
  if (diversity.value === null)
    return zh ? `${name}的领域：无法判断专长` : `Fields of ${name}: specialisation cannot be told`;
  const range = diversity.interval;
  const between = range === null ? '' : zh ? `（${range[0]}至${range[1]}）` : ` (${range[0]} to ${range[1]})`;
  const sure = rows
    .filter(
      ({ section, interval: ends, fewWorks }) =>
        section === 'specialised' && !fewWorks && (ends?.[0] ?? 0) > 1,
    )
    .sort((a, b) => b.interval![0] - a.interval![0]);
  if (diversity.value === 0)
    return zh
      ? `${name}在${fields}个领域中没有专长${between}`
      : `${name} is specialised in none of ${fields} fields${between}`;
  const count = zh
    ? `${name}专长于${fields}个领域中的${diversity.value}个${between}，其中${clear}个显著高于偶然`
    : `${name} is specialised in ${diversity.value}${between} of ${fields} fields, in ${clear} of them more than by chance`;
  if (sure.length === 0) return count;
  const [top] = sure;
  const [field, quotient] = [nameIn(top.field, language), times(top.quotient!, language)];
  const ends = fromTo(top.interval, times, language);
  return zh
    ? `${count}，最显著的是${field}：为其他城市的${quotient}倍${ends}`
    : `${count}, most clearly in ${field}: ${quotient} times the part it has elsewhere${ends}`;
}
