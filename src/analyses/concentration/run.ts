import { herfindahl } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { makeAbout } from '../about/about.ts';
import { fieldNames } from '../field-table/level.ts';
import { withoutField } from '../field-table/notes.ts';
import { linearised } from '../output/estimate.ts';
import { messages as outputMessages } from '../output/messages.ts';
import { type FieldOutput, fieldOutputs } from '../output/output.ts';
import { describeRegions } from '../places/definitions.ts';
import { placeNames } from '../places/names.ts';
import { followedAmong, followedPlaces } from '../places/selected-places.ts';
import { Population } from '../population/population.ts';
import { FEW_WORKS } from '../ranking/question.ts';
import { messages } from './messages.ts';
import type { Concentration, ConcentrationParams, ConcentrationRow } from './question.ts';

/** What a place has in one field, over all years. */
type Cell = Pick<FieldOutput, 'field' | 'share' | 'count' | 'shareSquared'>;

export async function concentrationOf(
  observatory: Observatory,
  given: ConcentrationParams,
): Promise<Concentration> {
  const population = await Population.of(observatory, given);
  const followed = await followedPlaces(observatory, given);
  const { choice } = followed;
  const cells = cellsOf(await fieldOutputs(observatory, population, choice, given.by));
  const shareOf = (id: string): number => sum((cells.get(id) ?? []).map(({ share }) => share));
  const ordered = [...cells.keys()]
    .map((id) => ({ id, share: shareOf(id) }))
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
  const ids = followedAmong(followed, ordered);
  const places = await placeNames(observatory, ids, choice.adHoc);
  const names = await fieldNames(observatory, given.by);
  const rows = ids.map((id): ConcentrationRow => {
    const own = cells.get(id) ?? [];
    const figures = figuresOf(own, population.works, given.level);
    const id0 = figures.largest?.field;
    const name = id0 === undefined ? undefined : names.get(String(id0));
    return {
      place: places.get(id)!,
      ...figures,
      largest:
        id0 === undefined ? null : { id: id0, name: name?.name ?? String(id0), nameZh: name?.nameZh ?? null },
    };
  });
  const regions = await describeRegions(observatory, ids, choice.adHoc);
  const few = rows.filter(({ fewWorks }) => fewWorks).length;
  const about = makeAbout(observatory, population, {
    analysis: 'concentration',
    counting: messages.counting({ share: outputMessages.share() }),
    interval: { method: messages.method(), level: given.level, draws: null, seed: null },
    definitions: regions.definitions,
    notes: [
      messages.fewWorksRaise(),
      ...(population.aggregated ? await withoutField(observatory, population) : []),
      ...(few > 0 ? [outputMessages.roughRows({ rows: few, least: FEW_WORKS })] : []),
      ...regions.notes,
    ],
    warnings: regions.warnings,
  });
  return { about, rows, by: given.by };
}

/** Years of a unit added up by field; works without a field are left out. */
function cellsOf(outputs: readonly FieldOutput[]): Map<string, Cell[]> {
  const units = new Map<string, Map<number, Cell>>();
  for (const { unit, field, share, count, shareSquared } of outputs) {
    if (field === 0) continue;
    const own = units.get(unit) ?? new Map<number, Cell>();
    const before = own.get(field) ?? { field, share: 0, count: 0, shareSquared: 0 };
    own.set(field, {
      field,
      share: before.share + share,
      count: before.count + count,
      shareSquared: before.shareSquared + shareSquared,
    });
    units.set(unit, own);
  }
  return new Map([...units].map(([unit, own]) => [unit, [...own.values()]]));
}

/**
 * The index of Shares by field and its interval: a work that gives the place s_w in the field p moves it by
 * s_w·g_p with g_p = 2 (s_p − HHI)/X, where s_p is the field's part and X the place's Share, so that
 * Σ ψ² = Σ_p g_p² Σ s_w² and Σ ψ = 0.
 */
function figuresOf(cells: readonly Cell[], works: number, level: number) {
  const shares = cells.map(({ share }) => share);
  const total = sum(shares);
  const index = herfindahl(shares);
  const gradient = (share: number): number => (2 * (share / total - index.value!)) / total;
  const squares =
    index.value === null ? 0 : sum(cells.map((one) => gradient(one.share) ** 2 * one.shareSquared));
  const found = linearised(index, [{ squares, sum: 0, works }], level, 'logit');
  const largest = [...cells].sort((a, b) => b.share - a.share || a.field - b.field).at(0) ?? null;
  const count = sum(cells.map((one) => one.count));
  return {
    works: count,
    share: total,
    fields: shares.filter((share) => share > 0).length,
    herfindahl: found,
    equalFields: found.value === null ? null : 1 / found.value,
    largest,
    largestPart: largest === null ? null : largest.share / total,
    fewWorks: count < FEW_WORKS,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
