import { AXES, differences } from './choices.ts';
import type { Move, SensitivityRow } from './question.ts';

/**
 * Which choices move a headline, each by itself: of the settings that differ from the base in that choice alone, the one
 * that lies farthest from it, by the absolute difference. What comes first is moved by any setting where another does. None
 * where the base has no value.
 */
export function movesOf(rows: readonly SensitivityRow[]): readonly Move[] {
  const [base, ...others] = rows;
  const far = distance(base);
  return AXES.flatMap((axis) => {
    const alone = others
      .filter(({ setting }) => {
        const differ = differences(setting, base.setting);
        return differ.length === 1 && differ[0] === axis;
      })
      .map((row) => ({ row, by: far(row) }))
      .filter(({ by }) => by > 0)
      .toSorted((one, other) => other.by - one.by);
    return alone.slice(0, 1).map(({ row, by }) => ({ axis, row, by }));
  })
    .toSorted((one, other) => other.by - one.by)
    .map(({ axis, row: { setting, name, nameZh, value, text, textZh } }) => ({
      ...{ axis, setting, name, nameZh, value, text, textZh },
    }));
}

/** How far a row lies from the base: 1 where another comes first; 0 where nothing can be told. */
function distance({ kind, value, text }: SensitivityRow): (row: SensitivityRow) => number {
  if (kind === 'first') return (row) => (text === null || row.text === null || row.text === text ? 0 : 1);
  return (row) => (value === null || row.value === null ? 0 : Math.abs(row.value - value));
}
