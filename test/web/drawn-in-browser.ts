import { figureKinds } from '../any-figures.ts';
import { standAlone } from '../../src/figures/svg-file.ts';
import type { Language } from '../../src/base/index.ts';

/** Values of all sorts: near, far, zero, without an interval. */
const VALUES = [
  { value: 115, ends: [77, 140] as const },
  { value: 1.5, ends: [0.01, 900] as const },
  { value: 0.8, ends: null },
  { value: 0.25, ends: [0, 0.5] as const },
  { value: 1.1, ends: [0.9, 1.2] as const },
  { value: 0, ends: [0, 3] as const },
  { value: 1.2, ends: [1, 1.5] as const },
];
const LONG = {
  en: ', WWWW & Guangdong-Hong Kong-Macao Greater Bay Area (“MMM”)',
  zh: '，粤港澳大湾区（广东省、香港特别行政区与澳门特别行政区）',
};

/** Every kind of figure that has a scale as a file of its own, of long names. */
export const drawAll = (document: Document, language: Language, width: number): [string, string][] =>
  figureKinds(language, LONG[language]).map(({ name, figure }) => {
    const made = figure(VALUES);
    const about = [`${made.title}. ${made.title}`, ...made.about];
    return [name, standAlone({ ...made, about }, { document, width })];
  });

Object.assign(globalThis, { drawAll });
