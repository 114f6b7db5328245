import type { CompareRow } from '../../analyses/compare/question.ts';
import type { Figure, Language, Space } from '../figure.ts';
import { distinctNames } from '../names.ts';
import { AMOUNT, INK, QUIET } from '../palette.ts';
import { chance } from '../said.ts';
import { element } from '../svg.ts';
import { emsOf } from '../text-width.ts';
import type { Compared } from './compared.ts';

/** Who is ahead of whom, and how sure that is: the probability that the place of a row is ahead of that of a column. */
export function aheadCompared(answer: Compared, by: 'share' | 'count', language: Language): Figure {
  const zh = language === 'zh';
  const names = distinctNames(answer.places, language);
  const rows = answer.rows.filter(({ what }) => what.id === `ahead-${by}`);
  const amounts = new Map(
    answer.rows.filter(({ what }) => what.id === by).map(({ place, value }) => [place.id, value ?? 0]),
  );
  const order = answer.places
    .map(({ id }) => id)
    .sort((a, b) => (amounts.get(b) ?? 0) - (amounts.get(a) ?? 0));
  const probability = probabilities(rows);
  const measure = zh ? (by === 'share' ? '份额' : '论文数') : by === 'share' ? 'Share' : 'Count';
  const known = rows.some(({ value }) => value !== null);
  return {
    name: 'ahead',
    title: title(order, names, probability, language),
    subtitle: zh
      ? `按${measure}，行中地点领先列中地点的概率（对成果重抽样）`
      : `Probability that the place of the row is ahead of that of the column by ${measure}, works drawn anew`,
    about: answer.told,
    synthetic: answer.synthetic,
    ...(known ? {} : { empty: rows.at(0)?.reason?.[language] ?? (zh ? '没有数据' : 'no figures') }),
    numbers: {
      columns: [
        { title: zh ? '地点' : 'Place' },
        { title: zh ? '另一地点' : 'With' },
        { title: zh ? '领先概率' : 'P(ahead)', digits: 3 },
        { title: zh ? '缺失原因' : 'Why not' },
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

/** The order, and how sure each is to be ahead of the next. */
function title(
  order: readonly string[],
  names: ReadonlyMap<string, string>,
  probability: (a: string, b: string) => number | null,
  language: Language,
): string {
  const zh = language === 'zh';
  const steps = order.slice(1).map((id, i) => {
    const [first, next] = [names.get(order[i])!, names.get(id)!];
    const p = probability(order[i], id);
    if (p === null) return zh ? `${first}与${next}无法比较` : `${first} and ${next} cannot be told apart`;
    return zh
      ? `${first}领先${next}（${chance(p, 'zh')}）`
      : `${i === 0 ? `${first} is ahead of` : `${first} of`} ${next} (${chance(p, 'en')})`;
  });
  return steps.join(zh ? '，' : ', ');
}

const ROW = 34;
const HEAD = 24;
const SIZE = 12;
/** Letters of some fonts are wider than most. */
const WIDE = 13;

function matrix(
  { document, width }: Space,
  names: readonly string[],
  value: (row: number, column: number) => number | null,
  language: Language,
): SVGSVGElement {
  const make = element(document);
  const label = Math.min(width * 0.34, Math.max(...names.map((name) => emsOf(name) * WIDE)) + 14);
  const cell = Math.min(120, (width - label) / names.length);
  const height = HEAD + names.length * ROW;
  const svg = make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'font-size': SIZE, fill: INK });
  for (const [i, name] of names.entries()) {
    const y = HEAD + i * ROW;
    svg.append(
      make('text', { x: label - 10, y: y + ROW / 2 + 4, 'text-anchor': 'end' }, cut(name, label - 10)),
    );
    svg.append(
      make(
        'text',
        { x: label + (i + 0.5) * cell, y: HEAD - 8, 'text-anchor': 'middle', fill: QUIET },
        cut(name, cell - 6),
      ),
    );
    for (const j of names.keys()) {
      const p = value(i, j);
      const box = { x: label + j * cell + 1, y: y + 1, width: cell - 2, height: ROW - 2 };
      svg.append(
        make('rect', {
          ...box,
          fill: i === j ? 'none' : AMOUNT,
          'fill-opacity': p === null ? 0.04 : 0.06 + 0.3 * p,
        }),
      );
      if (i !== j)
        svg.append(
          make(
            'text',
            {
              x: box.x + box.width / 2,
              y: y + ROW / 2 + 4,
              'text-anchor': 'middle',
              'font-weight': p !== null && p >= 0.975 ? 600 : 400,
            },
            p === null ? '–' : short(p, language),
          ),
        );
    }
  }
  return svg as SVGSVGElement;
}

/** A probability small enough for a cell. */
const short = (p: number, language: Language): string => {
  const unit = language === 'zh' ? '%' : '\u00a0%';
  return p > 0.999 ? `> 99.9${unit}` : p < 0.001 ? `< 0.1${unit}` : chance(p, language);
};

/** As much of a name as fits. */
function cut(name: string, width: number): string {
  if (emsOf(name) * WIDE <= width) return name;
  let text = name;
  while (text.length > 1 && emsOf(`${text}…`) * WIDE > width) text = text.slice(0, -1);
  return `${text}…`;
}
