import { type Language, number } from '../../base/index.ts';
import type { Ems } from '../text-width.ts';
import type { CircleLegend } from './layout.ts';
import { WORDS } from './words.ts';

export interface LegendItem {
  /** Middle of its circle, from the left. */
  readonly x: number;
  readonly r: number;
  /** Drawn as a ring in the colour of the circles, as those are that it stands for. */
  readonly least: boolean;
  readonly text: string;
  readonly textX: number;
}

const EM = 12.2;
const GAP = { text: 4, next: 14 };

/** What circles are worth, beside each other from the left: round values, and what all rings are below of. */
export function legendItems({ circles, below }: CircleLegend, language: Language, ems: Ems): LegendItem[] {
  let x = 12;
  const place = (r: number, text: string, least: boolean): LegendItem => {
    const item = { x: x + r, r, least, text, textX: x + 2 * r + GAP.text };
    x = item.textX + ems(text) * EM + GAP.next;
    return item;
  };
  return [
    ...circles.map(({ value, r }) => place(r, number(value, language), false)),
    ...(below === null ? [] : [place(below.r, sayBelow(below.value, language), true)]),
  ];
}

/** Rounded up: what is drawn as a ring is below it. */
function sayBelow(value: number, language: Language): string {
  const power = 10 ** (Math.floor(Math.log10(value)) - 1);
  const most = number(Number((Math.ceil(value / power) * power).toPrecision(2)), language);
  return WORDS[language].below(most);
}
