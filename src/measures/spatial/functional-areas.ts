import { checkKind, checkMatrix } from '../arguments.ts';
import { at, type Matrix } from '../matrix.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/** Where one unit belongs. */
export interface AreaMember {
  readonly unit: string;
  /** The core it belongs to (the first of it where cores were merged); null for none. */
  readonly core: string | null;
  /** The greatest part of its flow that goes to one core, whether it suffices or not; undefined without any flow. */
  readonly share: Quantity;
}

/** A core with the units that belong to it, itself included. */
export interface FunctionalArea {
  readonly core: string;
  /** All cores of it: one, if they were not merged. */
  readonly cores: readonly string[];
  readonly units: readonly string[];
}

export interface FunctionalAreas {
  readonly members: readonly AreaMember[];
  readonly areas: readonly FunctionalArea[];
}

/**
 * Functional areas: a unit belongs to the core that the greatest part of its flow goes to, if that part is at least the
 * threshold,
 *
 *     core(i) = argmax_c F_ic/F_i.   if the maximum ≥ threshold,   F_i. = Σ_j F_ij, its own unit included
 *
 * the rule of the EU-OECD functional urban areas (15 % of commuters; Dijkstra, Poelman & Veneri 2019), for flows of any
 * kind: with collaboration it asks who works mostly with a core's cities. A single step: flow to a unit that itself belongs
 * to a core does not count, and enclaves and exclaves are left as they are. Of cores alike, the one listed first. A core
 * belongs to itself. With `mergeFrom`, cores of which one sends at least that part of its flow to the other become one first.
 *
 * Result: units in the order of `flows`, areas in that of `cores`.
 *
 * @param flows F, units × units, from rows to columns, none negative
 * @param cores units of `flows`
 * @throws RangeError where rows and columns are not the same units, a flow is negative, a core is no unit or stands twice,
 *   or a threshold is not above 0 and at most 1
 */
export function functionalAreas(
  flows: Matrix,
  cores: readonly string[],
  options: { readonly threshold?: number; readonly mergeFrom?: number } = {},
): FunctionalAreas {
  checkMatrix('flows', flows);
  checkKind('cores', cores, 'list');
  checkKind('options', options, 'record');
  const { threshold = 0.15, mergeFrom } = options;
  for (const [name, value] of Object.entries({ threshold, mergeFrom }))
    if (value !== undefined && !(value > 0 && value <= 1))
      throw new RangeError(`${name} must be above 0 and at most 1, got ${value}`);
  const { rows: units } = flows;
  if (units.length !== flows.columns.length || units.some((name, i) => name !== flows.columns[i]))
    throw new RangeError('flows must have the same units as rows and as columns, in one order');
  const negative = flows.values.findIndex((value) => value < 0);
  if (negative >= 0)
    throw new RangeError(
      `flows must be 0 or more, got ${flows.values[negative]} in row ${Math.floor(negative / units.length)}`,
    );
  const number = new Map(units.map((unit, i) => [unit, i]));
  for (const core of cores)
    if (!number.has(core)) throw new RangeError(`cores must be units of the flows, and ${core} is none`);
  if (new Set(cores).size !== cores.length) throw new RangeError('cores must differ, and one stands twice');

  const totals = units.map((_, i) => units.reduce((sum, _unit, j) => sum + at(flows, i, j), 0));
  const part = (i: number, group: readonly string[]): number =>
    group.reduce((sum, core) => sum + at(flows, i, number.get(core)!), 0) / totals[i];
  const groups =
    mergeFrom === undefined
      ? cores.map((core) => [core])
      : merged(cores, mergeFrom, (a, b) => (totals[number.get(a)!] === 0 ? 0 : part(number.get(a)!, [b])));
  const members = units.map((unit, i): AreaMember => {
    const shares = groups.map((group) => (totals[i] === 0 ? 0 : part(i, group)));
    const most = shares.reduce((best, share, g) => (share > shares[best] ? g : best), 0);
    const home = groups.find((group) => group.includes(unit));
    const reached = groups.length > 0 && totals[i] > 0 && shares[most] >= threshold;
    return Object.freeze({
      unit,
      core: home?.[0] ?? (reached ? groups[most][0] : null),
      share: totals[i] === 0 ? unknown('the unit has no flow', 'zero-margin') : known(shares[most] ?? 0),
    });
  });
  const areas = groups.map((group): FunctionalArea =>
    Object.freeze({
      core: group[0],
      cores: Object.freeze(group),
      units: Object.freeze(members.filter(({ core }) => core === group[0]).map(({ unit }) => unit)),
    }),
  );
  return Object.freeze({ members: Object.freeze(members), areas: Object.freeze(areas) });
}

/** Cores joined wherever one sends at least `from` of its flow to the other, each in the order of `cores`. */
function merged(cores: readonly string[], from: number, share: (a: string, b: string) => number): string[][] {
  const group = new Map(cores.map((core) => [core, [core]]));
  for (const a of cores)
    for (const b of cores) {
      const [own, other] = [group.get(a)!, group.get(b)!];
      if (own === other || share(a, b) < from) continue;
      const joined = cores.filter((core) => own.includes(core) || other.includes(core));
      for (const core of joined) group.set(core, joined);
    }
  return [...new Set(cores.map((core) => group.get(core)!))];
}
