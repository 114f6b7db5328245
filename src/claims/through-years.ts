import { InputError } from '../base/index.ts';
import { callsIn } from './ast.ts';
import { sum } from './arithmetic.ts';
import { type Finding, found, type Held, lineOf, withAll } from './finding.ts';
import { messages } from './messages.ts';
import { humanNumber, humanYears } from './numbers.ts';
import { all, certain, compare, not, type Outcome, unknown } from './outcome.ts';
import type { Scope } from './scope.ts';
import { type Statement, trendOf } from './statement.ts';
import { ABOUT_PERCENT } from './tolerance.ts';
import { NO_VALUE, type Value } from './value.ts';
import { messages as valueMessages } from './value-messages.ts';
import type { Words } from './words.ts';

interface InYear<T> {
  readonly year: number;
  readonly of: T;
}

/** Longer than any series, and short enough to walk. */
const MOST_YEARS = 500;

/** True only if it is so in each year, all of them stored; one stored year in which it is not contradicts. */
export async function everyYear(
  statement: Statement,
  held: (year: number) => Promise<Held>,
  words: Words,
): Promise<Finding> {
  const years = await each(yearsOf(statement), held);
  return findingOf(years, all(outcomesOf(years)), words, falseIn(years));
}

/** True in the claim's year and in no earlier one. */
export async function firstSince(
  statement: Statement,
  held: (year: number) => Promise<Held>,
  words: Words,
): Promise<Finding> {
  const years = await each(yearsOf(statement), held);
  const last = statement.year!;
  const turned = years.map(({ year, of }) => ({
    year,
    of: { ...of, outcome: year === last ? of.outcome : not(of.outcome) },
  }));
  return findingOf(turned, all(outcomesOf(turned)), words, falseIn(turned));
}

/** Rising or falling from each stored year to the next, or steady: within the tolerance of the first. */
export async function trend(
  statement: Statement,
  at: (year: number) => Promise<Value>,
  scope: Scope,
  words: Words,
): Promise<Finding> {
  const direction = trendOf(statement);
  const wanted = statement.since === null ? storedYears(statement, scope) : yearsOf(statement);
  const years = await each(wanted, at);
  const known = years.filter(({ of }) => of.value !== null);
  requireOneVintage(known);
  const steps = known.slice(1).map(({ year, of }, i): InYear<Held> => {
    const before = known[direction === 'steady' ? 0 : i].of;
    return { year, of: { figure: of, outcome: step(direction, before, of, statement.tolerance) } };
  });
  const first = known.at(0);
  if (first === undefined || steps.length === 0) {
    const why =
      first === undefined
        ? (years.at(-1)?.of.reason ?? NO_VALUE)
        : valueMessages.oneYearOnly({ year: first.year });
    return found(unknown([why]), first?.of ?? null, first === undefined ? '' : lineOf(first.of));
  }
  const missing =
    statement.since === null
      ? gaps(known)
      : years.filter(({ of }) => of.value === null).map(({ year }) => year);
  const outcomes = steps.map(({ of }) => of.outcome);
  if (missing.length > 0) outcomes.push(unknown([valueMessages.yearsMissing({ years: missing })]));
  const finding = findingOf(
    [{ year: first.year, of: { figure: first.of, outcome: certain(true) } }, ...steps],
    all(outcomes),
    words,
    falseIn(steps),
  );
  return finding;
}

function step(
  direction: 'rising' | 'falling' | 'steady',
  before: Value,
  after: Value,
  tolerance: string | null,
): Outcome {
  const number = after as Value & { readonly value: number };
  if (direction === 'steady') {
    const printed = { value: before.value as number, lastDigit: 0, sign: 1 as const };
    return compare(number, '≈', printed, tolerance ?? `${ABOUT_PERCENT}%`);
  }
  const change = sum([after], [before]) as Value & { readonly value: number };
  return compare(change, direction === 'rising' ? '>' : '<', { value: 0, lastDigit: 1, sign: 0 }, null);
}

function yearsOf({ since, year, operator }: Statement): number[] {
  if (since === null || year === null) throw new InputError(messages.yearsNeeded({ operator }));
  if (since > year) throw new InputError(messages.sinceTooLate({ since, asOf: String(year) }));
  if (year - since > MOST_YEARS)
    throw new InputError(messages.tooManyYears({ years: year - since, most: MOST_YEARS }));
  return Array.from({ length: year - since + 1 }, (_, i) => since + i);
}

/** Years of the statistics that the figure asks for, up to the claim's. */
function storedYears({ figure, year }: Statement, { run }: Scope): number[] {
  const metrics = new Set<string>();
  for (const call of callsIn(run.expression(figure)))
    for (const value of [...call.positional, ...call.named.map((one) => one.value)])
      if (value.kind === 'name') metrics.add(value.name);
  const rows = run.facts.statistics.filter((row) => metrics.has(row.metric) && row.from === row.to);
  const years = [...new Set(rows.map(({ from }) => from))].filter((one) => year === null || one <= year);
  if (years.length > 0) return years.sort((a, b) => a - b);
  throw new InputError(messages.yearsUnknown());
}

function gaps(known: readonly InYear<Value>[]): number[] {
  const have = new Set(known.map(({ year }) => year));
  const [first, last] = [known[0].year, known[known.length - 1].year];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => !have.has(year));
}

/** A trend over several vintages would be one of the vintages, not of the thing. */
function requireOneVintage(years: readonly InYear<Value>[]): void {
  const byVintage = new Map<string, number[]>();
  for (const { year, of } of years) {
    const vintage = of.vintages.join(' and ');
    byVintage.set(vintage, [...(byVintage.get(vintage) ?? []), year]);
  }
  if (byVintage.size < 2) return;
  const parts = [...byVintage].map(([vintage, of]) => ({ vintage, years: humanYears(of) }));
  throw new InputError(messages.mixedVintages({ parts }));
}

async function each<T>(years: readonly number[], of: (year: number) => Promise<T>): Promise<InYear<T>[]> {
  const found: InYear<T>[] = [];
  for (const year of years) found.push({ year, of: await of(year) });
  return found;
}

/** The outcomes of the years; those that are not stored are told together. */
function outcomesOf(years: readonly InYear<Held>[]): Outcome[] {
  const absent = years.filter(({ of }) => of.figure.value === null).map(({ year }) => year);
  const stored = years.flatMap(({ year, of: { figure, outcome } }) =>
    figure.value === null
      ? []
      : [{ ...outcome, why: outcome.why.map((why) => valueMessages.ofYear({ year, why })) }],
  );
  return absent.length === 0 ? stored : [...stored, unknown([valueMessages.yearsMissing({ years: absent })])];
}

function falseIn(years: readonly InYear<Held>[]): number[] {
  return years.filter(({ of }) => of.outcome.truth === false).map(({ year }) => year);
}

function findingOf(
  years: readonly InYear<Held>[],
  outcome: Outcome,
  words: Words,
  against: readonly number[],
): Finding {
  const stored = years.filter(({ of }) => of.figure.value !== null);
  const last = stored.at(-1)?.of.figure ?? null;
  const told = stored.map(({ year, of: { figure } }) => {
    const hedge = figure.hedge === null ? '' : `${words.hedge[figure.hedge]} `;
    return `${year}: ${hedge}${typeof figure.value === 'number' ? humanNumber(figure.value, figure.unit) : String(figure.value)}`;
  });
  const figures = stored.map(({ of }) => of.figure);
  return found(
    outcome,
    last === null ? null : withAll(last, figures),
    told.join(', '),
    against.length > 0 && outcome.truth === false ? [valueMessages.notTrueIn({ years: against })] : [],
  );
}
