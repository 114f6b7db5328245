import { messages } from './messages.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { contestOf, resolvePreferred } from '../output/comparison.ts';
import { followedAmong, followedPlaces } from '../places/selected-places.ts';
import { incompleteAmong } from '../population/incomplete-years.ts';
import { outputs } from '../output/output.ts';
import { placeNames } from '../places/names.ts';
import { Population } from '../population/population.ts';
import { contestedRows, rankingQuestion } from '../output/rank-rows.ts';
import { windowsOf } from '../population/year-windows.ts';
import { describeHistory } from './about.ts';
import { changeOf } from './change.ts';
import type { RankHistory, RankHistoryParams, RankHistoryRow } from './question.ts';

const NO_OUTPUT = 'no works there in these years';

/** One ranking for each window, of the outputs of all years that are asked for once. */
export async function historyOf(observatory: Observatory, given: RankHistoryParams): Promise<RankHistory> {
  const population = await Population.of(observatory, given);
  const followed = await followedPlaces(observatory, given);
  const { choice } = followed;
  if (given.of === null && choice.kinds.length > 1)
    throw new InputError(messages.severalKinds({ kinds: choice.kinds }));
  const output = await outputs(observatory, population, choice);
  const settings = { ...given, base: null };
  const all = rankingQuestion(observatory, population, choice, output, settings);
  const contest = await contestOf(
    observatory,
    choice,
    await resolvePreferred(observatory, given.prefer, choice.adHoc),
  );
  const ids = followedAmong(followed, contest.standing(all.ordered));
  const names = await placeNames(
    observatory,
    [...ids, ...ids.flatMap((id) => contest.insteadOf(id))],
    choice.adHoc,
  );
  const windows = windowsOf(population, given.window);
  const rows = new Map<string, RankHistoryRow[]>(ids.map((id) => [id, []]));
  const ends = [new Map<string, Int32Array>(), new Map<string, Int32Array>()] as const;
  // Among whom a place without works in some years would have been.
  const placeIn = (
    ordered: typeof all.ordered,
    id: string,
  ): Pick<RankHistoryRow, 'ranked' | 'insteadOf'> => ({
    ranked: contest.rankedWith(ordered, id).length,
    insteadOf: contest.insteadOf(id).flatMap((other) => names.get(other) ?? []),
  });
  let crowded = false;
  for (const [w, years] of windows.entries()) {
    const inside = output.filter(({ year }) => year >= years.from && year <= years.to);
    const question = rankingQuestion(observatory, population.within(years), choice, inside, settings);
    const ranked = await contestedRows(question, contest, ids, names, (id, ranks) => {
      if (w === 0) ends[0].set(id, ranks);
      if (w === windows.length - 1) ends[1].set(id, ranks);
    });
    crowded ||= ranked.crowded;
    const found = new Map(ranked.rows.map((row) => [row.place.id, row]));
    for (const [id, own] of rows) {
      const absent = () => ({ ...ABSENT, place: names.get(id)!, ...placeIn(question.ordered, id) });
      own.push({ ...(found.get(id) ?? absent()), years });
    }
  }
  const series = [...rows.values()];
  return {
    about: await describeHistory(observatory, population, given, {
      choice,
      rows: series.flat(),
      windows,
      crowded,
      incomplete: await incompleteAmong(observatory, population, given),
    }),
    rows: series.flat(),
    by: given.by,
    changes: series
      .filter((own) => own.length > 0)
      .map((own) => changeOf(own, [ends[0].get(own[0].place.id), ends[1].get(own[0].place.id)])),
  };
}

const ABSENT = {
  rank: null,
  rankInterval: null,
  share: null,
  shareInterval: null,
  count: null,
  countInterval: null,
  reason: NO_OUTPUT as typeof NO_OUTPUT,
  fewWorks: true,
};
