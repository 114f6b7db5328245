import { greatest } from '../../measures/extremes.ts';
import {
  coefficientOfVariation,
  gini,
  giniGradient,
  known,
  type Quantity,
  theilDecomposition,
  theilGradient,
  theilT,
  unknown,
  variationGradient,
  williamson,
} from '../../measures/index.ts';
import type { Message } from '../../base/index.ts';
import type { BalanceRow } from './question.ts';

/** Amounts of some parts, with what else an index may take. */
export interface Spread {
  readonly amounts: readonly number[];
  /** Populations, in the same order. */
  readonly population: readonly number[] | null;
  /** Why there are none; null where there are. */
  readonly populationReason: Message | null;
  /** Which group each part belongs to; null where one group is asked about. */
  readonly groups: readonly string[] | null;
  /** Whether amounts add up, so that parts of a whole and amounts per head make sense. */
  readonly additive: boolean;
}

export interface Index {
  readonly id: BalanceRow['index'];
  /** Whether it takes populations; then it is undefined without. */
  readonly weighted?: true;
  /** Only where there are groups. */
  readonly grouped?: true;
  /** Only where amounts add up. */
  readonly additive?: true;
  value(spread: Spread): Quantity;
  /** ∂/∂x of it, by part; null where it has none. Absent where no interval over works is made of it. */
  gradient?(spread: Spread): ArrayLike<number> | null;
  /** What it would be if one part (of n) had everything; null where that depends on more than n. */
  most(n: number): number | null;
}

/** Every index of how unevenly an amount is spread, in the order in which they are shown. */
export const INDICES: readonly Index[] = [
  {
    id: 'theil',
    value: ({ amounts }) => theilT(amounts),
    gradient: ({ amounts }) => theilGradient(amounts),
    most: Math.log,
  },
  {
    id: 'theil_between',
    grouped: true,
    value: (spread) => between(spread),
    gradient: (spread) => betweenGradient(spread),
    most: () => null,
  },
  {
    id: 'theil_within',
    grouped: true,
    value: ({ amounts, groups }) => {
      const parts = theilDecomposition(amounts, groups!);
      return parts.reason === null ? known(parts.within) : unknown(parts.reason, parts.code);
    },
    gradient: (spread) => {
      const all = theilGradient(spread.amounts);
      const outer = betweenGradient(spread);
      return all === null || outer === null ? null : all.map((slope, i) => slope - outer[i]);
    },
    most: () => null,
  },
  {
    id: 'theil_population',
    weighted: true,
    value: ({ amounts, population }) => theilT(amounts, population!),
    gradient: ({ amounts, population }) => theilGradient(amounts, population!),
    most: () => null,
  },
  {
    id: 'gini',
    value: ({ amounts }) => gini(amounts),
    gradient: ({ amounts }) => giniGradient(amounts),
    most: (n) => (n - 1) / n,
  },
  {
    id: 'gini_corrected',
    value: ({ amounts }) => gini(amounts, { smallSample: true }),
    gradient: ({ amounts }) => {
      const n = amounts.length;
      return giniGradient(amounts)?.map((slope) => (slope * n) / (n - 1)) ?? null;
    },
    most: () => 1,
  },
  {
    id: 'cv',
    value: ({ amounts }) => coefficientOfVariation(amounts),
    gradient: ({ amounts }) => variationGradient(amounts),
    most: (n) => Math.sqrt(n - 1),
  },
  {
    id: 'williamson',
    weighted: true,
    additive: true,
    value: ({ amounts, population }) =>
      population!.includes(0)
        ? unknown('a part has no people', 'zero-margin')
        : williamson(
            amounts.map((amount, i) => amount / population![i]),
            population!,
          ),
    most: () => null,
  },
  {
    id: 'first_share',
    additive: true,
    value: ({ amounts }) => {
      const total = sum(amounts);
      return total === 0 ? unknown('the amounts sum to 0', 'zero-margin') : known(greatest(amounts) / total);
    },
    gradient: ({ amounts }) => {
      const total = sum(amounts);
      if (total === 0) return null;
      const first = amounts.indexOf(greatest(amounts));
      return amounts.map((_, i) => ((i === first ? 1 : 0) - amounts[first] / total) / total);
    },
    most: () => 1,
  },
];

/** The spread of the parts that are kept. */
export function keeping(spread: Spread, kept: readonly number[]): Spread {
  return {
    ...spread,
    amounts: kept.map((i) => spread.amounts[i]),
    population: spread.population === null ? null : kept.map((i) => spread.population![i]),
    groups: spread.groups === null ? null : kept.map((i) => spread.groups![i]),
  };
}

function between({ amounts, groups }: Spread): Quantity {
  const parts = theilDecomposition(amounts, groups!);
  return parts.reason === null ? known(parts.between) : unknown(parts.reason, parts.code);
}

/** Between is Theil's T of the groups' sums, weighted with their numbers of parts. */
function betweenGradient({ amounts, groups }: Spread): number[] | null {
  const names = [...new Set(groups)];
  const members = names.map((name) => groups!.flatMap((group, i) => (group === name ? [i] : [])));
  const slopes = theilGradient(
    members.map((own) => sum(own.map((i) => amounts[i]))),
    members.map((own) => own.length),
  );
  return slopes === null ? null : groups!.map((group) => slopes[names.indexOf(group)]);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
