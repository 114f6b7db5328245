import { append } from '../../measures/extremes.ts';
import { aheadWord, outrankProbability } from '../../measures/index.ts';
import { disjointRegions, type DrawnRegion } from '../../places/index.ts';
import { AHEAD_WORDS } from '../output/ahead-text.ts';
import { Contest, contestOf, resolvePreferred } from '../output/comparison.ts';
import { covarianceOf } from '../output/covariance.ts';
import { kindOf } from '../output/rank-neighbourhood.ts';
import { outputs, type UnitChoice, type YearOutput } from '../output/output.ts';
import { contestedRows, rankingQuestion, type RankingQuestion } from '../output/rank-rows.ts';
import type { RankingRow } from '../ranking/question.ts';
import type { CompareRow, CompareSection } from './question.ts';
import { type Comparison, pairsOf, rowOf, type Subject } from './subjects.ts';
import { both, lowCount, NO_WORKS, NO_WORKS_THERE, OWN_REGION, UNIT, WHAT } from './texts.ts';

/** Share and Count with their intervals, ranks, and who is ahead of whom, all as rankings have them. */
export async function outputRows(
  comparison: Comparison,
  wanted: (section: CompareSection) => boolean,
): Promise<CompareRow[]> {
  const { observatory, population, given, subjects, adHoc } = comparison;
  const kinds = [...new Set(subjects.flatMap(({ kinds: one }) => one ?? []))];
  const choice: UnitChoice = { kinds, definitions: null, adHoc };
  const all = await outputs(observatory, population, choice);
  const ids = new Set(subjects.map(({ name }) => name.id));
  const own = all.filter(({ unit }) => ids.has(unit));
  const names = new Map(subjects.map(({ name }) => [name.id, name]));
  const question = (rows: readonly YearOutput[], by: 'share' | 'count'): RankingQuestion =>
    rankingQuestion(observatory, population, choice, rows, { ...given, by, base: null });
  const among = disjointRegions(subjects.map(drawnSubject));
  const here = await rowsOf(question(own, 'share'), new Contest(among.insteadOf));
  const rows: CompareRow[] = [];
  if (wanted('output')) append(rows, amounts(comparison, here));
  if (wanted('rank')) {
    const preferred = await resolvePreferred(observatory, given.prefer, adHoc);
    const ofKind = new Map<string, RankingRow>();
    for (const kind of kinds) {
      const same = question(
        all.filter(({ unit }) => KIND[kindOf(unit)] === kind),
        'share',
      );
      const contest = await contestOf(
        observatory,
        { kinds: [kind], definitions: null, adHoc: [] },
        preferred,
      );
      for (const [id, row] of await rowsOf(same, contest)) ofKind.set(id, row);
    }
    append(rows, [
      ...subjects.map(({ name }) => {
        const found = here.get(name.id);
        return rowOf('rank', WHAT.rankHere, name, rankOf(comparison, found, found?.ranked ?? 0, null));
      }),
      ...subjects.map((subject) => {
        const found = subject.kinds === null ? undefined : ofKind.get(subject.name.id);
        return rowOf(
          'rank',
          WHAT.rankKind,
          subject.name,
          rankOf(comparison, found, found?.ranked ?? 0, subject),
        );
      }),
    ]);
  }

  async function rowsOf(one: RankingQuestion, contest: Contest): Promise<Map<string, RankingRow>> {
    const shown = subjects.map(({ name }) => name.id);
    const found = await contestedRows(one, contest, shown, names);
    return new Map(found.rows.map((row) => [row.place.id, row]));
  }
  if (wanted('ahead'))
    for (const by of ['share', 'count'] as const)
      append(rows, await aheadRows(comparison, question(own, by)));
  return rows;
}

const drawnSubject = ({ name, cities }: Subject): DrawnRegion => ({
  id: name.id,
  cities: new Set(cities),
  idea: null,
  isDefault: false,
});

function amounts({ population, subjects }: Comparison, found: ReadonlyMap<string, RankingRow>): CompareRow[] {
  return (['share', 'count'] as const).flatMap((by) =>
    subjects.map(({ name }) => {
      const row = found.get(name.id);
      if (population.works === 0)
        return rowOf('output', WHAT[by], name, { unit: UNIT.works, reason: NO_WORKS });
      if (row === undefined)
        return rowOf('output', WHAT[by], name, { value: 0, unit: UNIT.works, reason: NO_WORKS_THERE });
      const interval = by === 'share' ? row.shareInterval : row.countInterval;
      return rowOf('output', WHAT[by], name, {
        value: row[by],
        interval,
        unit: UNIT.works,
        reason: interval === null ? both(row.reason ?? 'no variation between works') : null,
        ...lowCount(row.fewWorks),
      });
    }),
  );
}

const KIND: Readonly<Record<string, string>> = {
  city: 'cities',
  province: 'provinces',
  nation: 'nations',
  region: 'regions',
};
const KIND_ZH = {
  cities: '个城市',
  provinces: '个省级地区',
  nations: '个国家',
  regions: '个区域口径',
} as const;

/** A rank as a figure: of so many of a kind, or of the places compared. */
function rankOf(
  { population }: Comparison,
  row: RankingRow | undefined,
  ranked: number,
  among: Subject | null,
): Partial<CompareRow> & Pick<CompareRow, 'unit'> {
  const kind = among?.kinds ?? null;
  const unit =
    kind === null
      ? { en: `of ${ranked}`, zh: `共${ranked}个` }
      : { en: `of ${ranked} ${kind}`, zh: `共${ranked}${KIND_ZH[kind]}` };
  if (among !== null && kind === null)
    return { value: null, interval: null, unit: { en: '', zh: '' }, reason: OWN_REGION, note: null };
  if (row === undefined)
    return {
      value: null,
      interval: null,
      unit,
      reason: population.works === 0 ? NO_WORKS : NO_WORKS_THERE,
      note: null,
    };
  return {
    value: row.rank,
    interval: row.rankInterval,
    unit,
    reason: both(row.reason),
    ...lowCount(row.fewWorks),
  };
}

/** The probability that the first of every two is ahead of the second, over resampled works. */
async function aheadRows(
  { observatory, subjects }: Comparison,
  question: RankingQuestion,
): Promise<CompareRow[]> {
  const what = question.by === 'share' ? WHAT.aheadShare : WHAT.aheadCount;
  const units = question.ordered;
  const covariance = await covarianceOf(observatory, { ...question, units });
  const at = new Map(units.map(({ id }, i) => [id, i]));
  const totals = units.map(question.of);
  return pairsOf(subjects).map(([here, there]) => {
    const [i, j] = [at.get(here.name.id), at.get(there.name.id)];
    const base = { other: there.name, unit: UNIT.probability };
    if (i === undefined || j === undefined)
      return rowOf('ahead', what, here.name, { ...base, reason: NO_WORKS_THERE });
    const { value, reason } = outrankProbability(totals, covariance, i, j);
    const note = value === null ? null : AHEAD_WORDS[aheadWord(value)];
    return rowOf('ahead', what, here.name, { ...base, value, reason: both(reason), note });
  });
}
