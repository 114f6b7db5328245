import { sayAhead } from '../../analyses/output/ahead-text.ts';
import type { CompareRow } from '../../analyses/compare/question.ts';
import { greatest } from '../../measures/extremes.ts';
import type { Figure, Space } from '../figure.ts';
import { distinctNames } from '../names.ts';
import { decimals, type Language } from '../../base/index.ts';
import { AMOUNT, INK, QUIET } from '../palette.ts';
import { chance, inBrackets, phrases } from '../format-text.ts';
import { element } from '../svg.ts';
import { emsIn, folded } from '../text-width.ts';
import { COLUMNS } from '../words/columns.ts';
import { COMMON } from '../words/common.ts';
import type { Compared } from './dot-figure.ts';
import { WORDS } from './words.ts';

/** Who is ahead of whom, and how sure that is: the probability that the place of a row is ahead of that of a column. */
export function aheadCompared(answer: Compared, by: 'share' | 'count', language: Language): Figure {
  const words = WORDS[language].ahead;
  const columns = COLUMNS[language];
  const names = distinctNames(answer.places, language);
  const rows = answer.rows.filter(({ what }) => what.id === `ahead-${by}`);
  const amounts = new Map(
    answer.rows.filter(({ what }) => what.id === by).map(({ place, value }) => [place.id, value ?? 0]),
  );
  const order = answer.places
    .map(({ id }) => id)
    .sort((a, b) => (amounts.get(b) ?? 0) - (amounts.get(a) ?? 0));
  const probability = probabilities(rows);
  const known = rows.some(({ value }) => value !== null);
  return {
    name: 'ahead',
    title: title(order, names, probability, language),
    subtitle: words.subtitle(COMMON[language][by]),
    about: answer.told,
    synthetic: answer.synthetic,
    ...(known ? {} : { empty: rows.at(0)?.reason?.[language] ?? COMMON[language].noFigures }),
    numbers: {
      columns: [
        { title: columns.place },
        { title: columns.other },
        { title: words.column, digits: 3 },
        { title: columns.reason },
      ],
      rows: rows.map(({ place, other, value, reason }) => [
        names.get(place.id)!,
        names.get(other!.id)!,
        value,
        reason?.[language] ?? null,
      ]),
    },
    draw: (space) =>
      matrix(
        space,
        order.map((id) => names.get(id)!),
        (i, j) => (i === j ? null : probability(order[i], order[j])),
        language,
      ),
  };
}

/** P(a ahead of b), from the one of the two directions that was answered; null where it cannot be said. */
function probabilities(rows: readonly CompareRow[]): (a: string, b: string) => number | null {
  const known = new Map(rows.map(({ place, other, value }) => [`${place.id} ${other!.id}`, value]));
  return (a, b) => {
    const there = known.get(`${a} ${b}`);
    if (there !== undefined) return there;
    const back = known.get(`${b} ${a}`) ?? null;
    return back === null ? null : 1 - back;
  };
}

/** The order: whether each is ahead of the next, and how sure that is. */
function title(
  order: readonly string[],
  names: ReadonlyMap<string, string>,
  probability: (a: string, b: string) => number | null,
  language: Language,
): string {
  const steps = order.slice(1).map((id, i) => {
    const [first, next] = [names.get(order[i])!, names.get(id)!];
    const p = probability(order[i], id);
    if (p === null) return WORDS[language].ahead.unknown(first, next);
    return sayAhead(first, next, p, language) + inBrackets(chance(p, language), language);
  });
  return phrases(steps, language);
}

/** A probability in per cent, small enough for a cell. */
const short = (p: number, language: Language): string =>
  p > 0.999 ? '> 99.9' : p < 0.001 ? '< 0.1' : decimals(100 * p, 1, language);

const SIZE = 12;
const LINE = 15;
/** Height of a row of one line, and what its cells need in width for a probability at the full size of letters. */
const ROW = 34;
const ROOMY = 62;
/** Part of the width that names of rows may take; lines that a head may take. */
const MOST_LABEL = 0.4;
const HEAD_LINES = 3;
/** Pixels of an em, and a little more. */
const EM = 12.2;

function matrix(
  { document, width }: Space,
  names: readonly string[],
  value: (row: number, column: number) => number | null,
  language: Language,
): SVGSVGElement {
  const make = element(document);
  const ems = emsIn(document);
  const widest = greatest(names.map((name) => ems(name) * EM)) + 14;
  const room = Math.min(width * MOST_LABEL, widest + EM * 2);
  const cell = Math.min(120, (width - room) / names.length);
  const heads = names.map((name) => folded(name, (cell - 6) / EM, ems));
  // Names that do not fit over a column are told by the number of their row.
  const torn = (word: string): boolean => !/\p{Script=Han}/u.test(word) && ems(word) * EM > cell - 6;
  const numbered =
    heads.some(({ length }) => length > HEAD_LINES) || names.some((name) => name.split(/[ -]/).some(torn));
  const label = numbered || widest >= room ? room : widest;
  const rows = names.map((name, i) => folded(numbered ? `${i + 1} ${name}` : name, (label - 10) / EM, ems));
  const tops = numbered ? names.map((_, i) => [String(i + 1)]) : heads;
  const head = LINE * greatest(tops.map(({ length }) => length)) + 8;
  const row = Math.max(ROW, greatest(rows.map(({ length }) => length * LINE + 6)));
  const height = head + names.length * row;
  const svg = make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'font-size': SIZE, fill: INK });
  const write = (
    lines: readonly string[],
    x: number,
    middle: number,
    more: Readonly<Record<string, string | number>>,
  ): void => {
    for (const [k, line] of lines.entries()) {
      const y = middle + 4 + (k - (lines.length - 1) / 2) * LINE;
      svg.append(make('text', { x, y, ...more }, line));
    }
  };
  for (const i of names.keys()) {
    const y = head + i * row;
    const middle = y + row / 2;
    write(rows[i], label - 10, middle, { 'text-anchor': 'end' });
    const above = head - 8 - (LINE * tops[i].length) / 2;
    write(tops[i], label + (i + 0.5) * cell, above, { 'text-anchor': 'middle', fill: QUIET });
    for (const j of names.keys()) {
      const p = value(i, j);
      const box = { x: label + j * cell + 1, y: y + 1, width: cell - 2, height: row - 2 };
      const opacity = p === null ? 0.04 : 0.06 + 0.3 * p;
      svg.append(make('rect', { ...box, fill: i === j ? 'none' : AMOUNT, 'fill-opacity': opacity }));
      if (i === j) continue;
      write([p === null ? '–' : short(p, language)], label + (j + 0.5) * cell, middle, {
        'text-anchor': 'middle',
        'font-weight': p !== null && p >= 0.975 ? 600 : 400,
        ...(cell < ROOMY ? { 'font-size': SIZE - 2 } : {}),
      });
    }
  }
  return svg as SVGSVGElement;
}
