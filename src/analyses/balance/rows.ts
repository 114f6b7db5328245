import { greatest } from '../../measures/extremes.ts';
import { jackknifeInterval, leaveOneOut, unknown, type Quantity } from '../../measures/index.ts';
import { type Language, type Message, type Reason, renderBoth, sayReason } from '../../base/index.ts';
import type { BalanceRow } from './question.ts';
import type { SetOfParts } from './sets.ts';
import { type Index, INDICES, keeping, type Spread } from './inequality.ts';

/** With more parts than this, leaving out each in turn says little and takes long. */
export const MOST_JACKKNIFED = 1000;

/** The indices that a spread is asked for. */
export function indicesFor(spread: Spread): readonly Index[] {
  return INDICES.filter(
    (index) =>
      (index.grouped === undefined || spread.groups !== null) &&
      (index.additive === undefined || spread.additive) &&
      // The share of the first is one number; as Williamson's is, where places are taken together.
      (spread.groups === null || index.id !== 'first_share'),
  );
}

/** An index of a spread, without its interval over works. */
export function rowOf(
  { place, parts }: SetOfParts,
  spread: Spread,
  index: Index,
  level: number,
  nameOf: (part: string, language: Language) => string,
): BalanceRow {
  const measured = valueOf(index, spread);
  const boundary =
    measured.value === null || parts.length > MOST_JACKKNIFED
      ? null
      : jackknifeInterval(
          measured.value,
          leaveOneOut(parts.length, (kept) => valueOf(index, keeping(spread, kept)).value),
          level,
        );
  const most = parts.length === 0 ? null : index.most(parts.length);
  const hasFirst = index.id === 'first_share' && measured.value !== null;
  const first = spread.amounts.indexOf(greatest(spread.amounts));
  return {
    place: { id: place.id, name: place.name, nameZh: place.nameZh },
    parts: parts.length,
    zeros: spread.amounts.filter((amount) => amount === 0).length,
    index: index.id,
    value: measured.value,
    interval: null,
    boundary: boundary === null || boundary.low === null ? null : within(boundary.low, boundary.high, most),
    most,
    ...reasonOf(measured.reason, spread.populationReason),
    first: hasFirst ? nameOf(parts[first], 'en') : null,
    firstZh: hasFirst ? nameOf(parts[first], 'zh') : null,
  };
}

/** Why a row has no value, or no interval, in both languages; `own` where that is the reason. */
export function reasonOf(
  reason: Reason | null,
  own: Message | null = null,
): Pick<BalanceRow, 'reason' | 'reasonZh'> {
  if (reason !== 'no populations' || own === null) return { reason, reasonZh: sayReason(reason, 'zh') };
  const { en, zh } = renderBoth(own);
  return { reason: en, reasonZh: zh };
}

/** The index of a spread; undefined for the reason that populations lack. */
export function valueOf(index: Index, spread: Spread): Quantity {
  if (index.weighted === true && spread.population === null) return unknown('no populations', 'empty');
  return index.value(spread);
}

/** No index is below 0, or above what it is where one part has everything. What floats leave in the last digits is not told. */
export function within(low: number, high: number, most: number | null): readonly [number, number] {
  return [round(Math.max(0, low)), round(Math.min(high, most ?? Infinity))];
}

export function round(value: number): number {
  return Number(value.toPrecision(12));
}
