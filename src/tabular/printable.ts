import { type Language, type Message, type ParameterStyle, render } from '../base/index.ts';
import type { About, ResultColumn } from '../analyses/index.ts';
import { aboutLines } from '../analyses/about/lines.ts';

export type Cell = string | number | boolean | null;

/** Anything with rows that can be printed: an analysis's answer, or that of plain SQL. */
export interface Printable {
  readonly title: string;
  /** Of its texts; English where left out. */
  readonly language?: Language;
  /** Set where the works are not real. */
  readonly synthetic: string | null;
  readonly columns: readonly {
    readonly id: string;
    readonly title: string;
    readonly digits?: number | undefined;
    /** Left out of a printed table; exports have it. */
    readonly aside?: boolean;
  }[];
  /** One row after the other, so that a million of them need not stand in memory twice. */
  readonly cells: Iterable<readonly Cell[]>;
  /** The object that `--format json` prints. */
  readonly json: unknown;
  readonly findings: readonly string[];
  readonly about: readonly string[];
}

export function printable<R, A extends { about: About; rows: readonly R[] }>(
  analysis: {
    title: { en: string; zh: string };
    columns: readonly ResultColumn<R, A>[];
    findings?(result: A): readonly Message[];
  },
  result: A,
  language: Language,
  style?: ParameterStyle,
): Printable {
  const say = <T>(cell: T | Message): T | string => (isMessage(cell) ? render(cell, language, style) : cell);
  const columns = analysis.columns.filter((column) => !(column.absent?.(result) ?? false));
  return {
    title: analysis.title[language],
    language,
    synthetic: result.about.synthetic,
    columns: columns.map((column) => ({
      id: column.id,
      title: column.title[language],
      digits: column.digits,
      aside: column.aside?.(result) ?? false,
    })),
    cells: cellsOf(result.rows, (row) => columns.map((column) => say(column.value(row, language)))),
    json: result,
    findings: (analysis.findings?.(result) ?? []).map((finding) => render(finding, language, style)),
    about: aboutLines(result.about, language, style),
  };
}

const isMessage = (cell: unknown): cell is Message =>
  typeof cell === 'object' && cell !== null && 'code' in cell;

/** Cells that are made when they are asked for, as often as they are. */
function cellsOf<R>(rows: readonly R[], of: (row: R) => readonly Cell[]): Iterable<readonly Cell[]> {
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield of(row);
    },
  };
}
