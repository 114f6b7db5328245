import type { Facts } from '../facts/index.ts';
import { counted, inBoth, type Language, nameIn, render, type RowProblem } from '../base/index.ts';
import { type Cluster, CLUSTERS, type Need, type NeedState } from '../resources/index.ts';
import type { Printable } from './printable.ts';

const TEXTS = inBoth({
  en: {
    title: 'Needs',
    columns: ['Id', 'State', 'Need', 'Place', 'Where', 'Date', 'Shortlist', 'Answered by', 'Note'],
    states: {
      open: 'open',
      shortlisted: 'shortlisted',
      answered: 'answered',
      withdrawn: 'withdrawn',
    } satisfies Record<NeedState, string>,
    wrong: (n: number) => `${counted(n, 'row')} cannot be used and ${n === 1 ? 'is' : 'are'} left out.`,
  },
  zh: {
    title: '需求',
    columns: ['编号', '状态', '需求', '地点编号', '地点', '日期', '候选', '已由', '备注'],
    states: { open: '待办', shortlisted: '已列候选', answered: '已解决', withdrawn: '已撤回' },
    wrong: (n) => `${n}行无法使用，未列出。`,
  },
});

const IDS = ['id', 'state', 'text', 'place', 'where', 'date', 'shortlist', 'answer', 'note'] as const;

/** The needs of a file, a row each. */
export function needsOf(
  needs: readonly Need[],
  problems: readonly RowProblem[],
  facts: Facts,
  language: Language,
): Printable {
  const texts = TEXTS[language];
  const wrong = new Set(problems.map(({ row }) => row)).size;
  return {
    title: texts.title,
    synthetic: null,
    columns: IDS.map((id, i) => ({ id, title: texts.columns[i], aside: id === 'place' })),
    cells: needs.map(({ id, text, place, date, shortlist, state, answer, note }) => [
      id,
      texts.states[state],
      text,
      place,
      place === null ? null : nameOf(place, facts, language),
      date,
      shortlist.join('; ') || null,
      answer.join('; ') || null,
      note,
    ]),
    json: {
      rows: needs,
      problems: problems.map(({ row, problem }) => ({
        row,
        code: problem.code,
        text: render(problem, language),
      })),
    },
    findings: [],
    about: wrong > 0 ? [texts.wrong(wrong)] : [],
  };
}

/** What was written down, in one line. */
export function needText(
  { id, state, text, shortlist, answer }: Need,
  file: string,
  language: Language,
): string {
  const ids = state === 'answered' ? answer : shortlist;
  const line = `${id} (${TEXTS[language].states[state]}): ${text}`;
  return `${file}: ${line}${ids.length > 0 ? ` — ${ids.join(', ')}` : ''}\n`;
}

function nameOf(place: string, facts: Facts, language: Language): string {
  if (!Object.hasOwn(CLUSTERS, place)) return facts.name(place, language);
  const { name, nameZh } = CLUSTERS[place as Cluster];
  return nameIn({ name, nameZh }, language);
}
