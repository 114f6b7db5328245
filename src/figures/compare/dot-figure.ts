import type { Compare, CompareRow } from '../../analyses/compare/question.ts';
import type { Figure, Numbers, WithNotes } from '../figure.ts';
import { distinctNames } from '../names.ts';
import { interval, type Language } from '../../base/index.ts';
import { AMOUNT, HUES } from '../palette.ts';
import type { Slots } from '../output-history.ts';
import { drawWhiskers, type WhiskerMark } from '../parts/whiskers.ts';
import { COLUMNS } from '../words/columns.ts';
import { COMMON } from '../words/common.ts';

export type Compared = Compare & WithNotes;

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
    faded: row.fewWorks,
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
    ...(shown.length === 0 ? { empty: reason ?? COMMON[language].noFigures } : {}),
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

function numbersOf(
  rows: readonly CompareRow[],
  names: ReadonlyMap<string, string>,
  digits: number,
  language: Language,
): Numbers {
  const columns = COLUMNS[language];
  return {
    columns: [
      { title: columns.figure },
      { title: columns.id },
      { title: columns.place },
      { title: columns.other },
      { title: columns.value, digits },
      { title: columns.from, digits },
      { title: columns.to, digits },
      { title: columns.unit },
      { title: columns.reason },
      { title: columns.note },
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
