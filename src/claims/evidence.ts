import type { Source } from './claim.ts';
import type { Bilingual } from '../base/index.ts';

/**
 * What a verdict rests on, the firmest first: figures by the kind of source they were read in, and what else an expression
 * can ask. `EVIDENCE` of the facts is among them.
 */
export const GRADES = [
  'statistics office',
  'records',
  'official document',
  'yearbook',
  'directory',
  'press release',
  'speech',
  'recalled',
] as const;
export type Grade = (typeof GRADES)[number];

export const GRADE_NAMES: Readonly<Record<Grade, Bilingual>> = {
  'statistics office': { en: 'statistics office', zh: '统计部门' },
  records: { en: 'publication records', zh: '论文记录' },
  'official document': { en: 'official document', zh: '官方文件' },
  yearbook: { en: 'yearbook, plan or published index', zh: '年鉴、规划或公布的指数' },
  directory: { en: 'directory of resources', zh: '资源名录' },
  'press release': { en: 'press release, news report or web page', zh: '新闻稿、报道或网页' },
  speech: { en: 'speech or press conference', zh: '讲话或发布会' },
  recalled: { en: 'recalled, not verified', zh: '未核实' },
};

/** The weakest of some grades: a sum is no firmer than its weakest part. null of none. */
export function weakest(grades: readonly Grade[]): Grade | null {
  return GRADES.findLast((grade) => grades.includes(grade)) ?? null;
}

/** Words that do not tell one publisher from another. */
const GENERIC = new Set([
  'the',
  'service',
  'agency',
  'online',
  'client',
  'via',
  'office',
  'of',
  'and',
  'copy',
]);

/**
 * Whether evidence was read in the release that a claim comes from: its source has the date of the claim's source and one of
 * its publishers, by name or by initials (China National Radio, CNR). A figure that is the claim's own says nothing of
 * whether it is true. A source without a day is nobody's release.
 */
export function isSameRelease(
  said: Pick<Source, 'publisher' | 'date'>,
  evidence: readonly string[],
): boolean {
  const { publisher, date } = said;
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const names = publisher
    .split(/[/;,()（）、，；]|\bvia\b/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  return evidence.some((source) => {
    if (!source.includes(date)) return false;
    const words = ` ${wordsOf(source).join(' ')} `;
    return names.some((name) => {
      const initials = name.map((word) => word[0]).join('');
      return (
        words.includes(` ${name.join(' ')} `) || (initials.length > 2 && words.includes(` ${initials} `))
      );
    });
  });
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}&]+/gu) ?? []).filter(
    (word) => !GENERIC.has(word) && !/^\d+$/.test(word),
  );
}
