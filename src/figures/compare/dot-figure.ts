import type { Compare, CompareRow } from '../../analyses/compare/question.ts';
import type { Figure, Numbers, Told } from '../figure.ts';
import { distinctNames } from '../names.ts';
import { interval, type Language } from '../../base/index.ts';
import { AMOUNT, HUES } from '../palette.ts';
import type { Slots } from '../output-history.ts';
import { drawWhiskers, type WhiskerMark } from '../parts/whiskers.ts';

export type Compared = Compare & Told;

/** What a figure of a comparison shows, and in what words. */
interface ComparedParts {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly CompareRow[];
  /** Under what a row stands; all places of one label share it. */
  readonly label: (row: CompareRow) => string;
  /** Null where the rows are of two places each, and so of no one hue. */
  readonly slots: Slots | null;
  readonly log?: boolean;
  readonly reference?: number;
  readonly sides?: readonly [string, string];
  readonly format: (value: number, language: Language) => string;
  readonly digits: number;
}

/** Figures of several places as dots with whiskers: places by hue and shape, each figure on a row. */
export function compared(answer: Compared, parts: ComparedParts, language: Language): Figure {
  const { name, title, subtitle, rows, label, slots, log, reference, sides, format, digits } = parts;
  const names = distinctNames(answer.places, language);
  const markOf = (row: CompareRow): WhiskerMark => ({
    label: label(row),
    value: row.value,
    ends: row.interval,
    faded: isFew(row),
    text:
      row.value === null
        ? (row.reason?.[language] ?? '–')
        : `${format(row.value, language)}${row.interval === null ? '' : ` (${interval(row.interval, format, language)})`}`,
  });
  const shown = rows.filter(({ value }) => value !== null);
  const reason = rows.find((row) => row.reason !== null)?.reason?.[language];
  const series =
    slots === null
      ? [{ name: '', colour: AMOUNT, shape: 0, marks: shown.map(markOf) }]
      : answer.places.map(({ id }, i) => {
          const slot = slots.get(id) ?? i;
          return {
            name: names.get(id)!,
            colour: HUES[slot % HUES.length],
            shape: slot,
            marks: shown.filter(({ place }) => place.id === id).map(markOf),
          };
        });
  return {
    name,
    title,
    subtitle,
    about: answer.told,
    synthetic: answer.synthetic,
    ...(shown.length === 0 ? { empty: reason ?? (language === 'zh' ? '没有数据' : 'no figures') } : {}),
    numbers: numbersOf(rows, names, digits, language),
    draw: (space) =>
      drawWhiskers(space, series, {
        language,
        log,
        reference,
        sides,
        ticks: (value) => format(value, language),
      }),
  };
}

/** Whether a row rests on few works: its note says so, in the same words wherever it stands. */
export const isFew = ({ note }: CompareRow): boolean => note?.en === 'few works';

function numbersOf(
  rows: readonly CompareRow[],
  names: ReadonlyMap<string, string>,
  digits: number,
  language: Language,
): Numbers {
  const zh = language === 'zh';
  return {
    columns: [
      { title: zh ? '指标' : 'Figure' },
      { title: zh ? '编号' : 'Id' },
      { title: zh ? '地点' : 'Place' },
      { title: zh ? '另一地点' : 'With' },
      { title: zh ? '数值' : 'Value', digits },
      { title: zh ? '下限' : 'From', digits },
      { title: zh ? '上限' : 'To', digits },
      { title: zh ? '单位' : 'Unit' },
      { title: zh ? '缺失原因' : 'Why not' },
      { title: zh ? '说明' : 'Note' },
    ],
    rows: rows.map((row) => [
      row.what[language],
      row.place.id,
      names.get(row.place.id)!,
      row.other === null ? null : names.get(row.other.id)!,
      row.value,
      row.interval?.[0] ?? null,
      row.interval?.[1] ?? null,
      row.unit[language],
      row.reason?.[language] ?? null,
      row.note?.[language] ?? null,
    ]),
  };
}
