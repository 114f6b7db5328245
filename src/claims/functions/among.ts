import { metricOf, requirePlace, type Statistic } from '../../facts/index.ts';
import { InputError } from '../../base/index.ts';
import type { Run } from '../run.ts';
import { messages } from './messages.ts';
import { messages as valueMessages } from '../value-messages.ts';
import { words } from '../words.ts';
import { noValue, numberValue, type Value } from '../value.ts';

export interface AmongQuestion {
  readonly metric: string;
  readonly year: number;
  readonly top: number;
  readonly nation: string;
  readonly vintage: string | null;
}

/**
 * How many of the first `top` places of a ranking lie in a nation. Where a place among them is not stored, or its
 * nation is not known, what is counted is a lower bound.
 * @throws InputError where the metric is no rank, or several rankings of the year are stored and none is named
 */
export function among(run: Run, { metric, year, top, nation, vintage }: AmongQuestion): Value {
  const { facts } = run;
  if (metricOf(facts, metric).kind !== 'rank') throw new InputError(messages.notRanking({ metric }));
  if (!Number.isInteger(top) || top < 1) throw new InputError(messages.invalidTop({ top }));
  requirePlace(facts, nation);
  const all = facts.ofMetric(metric).filter(({ from, to }) => from === year && to === year);
  const vintages = [...new Set(all.map((row) => row.vintage))];
  if (vintages.length === 0) {
    const years = [...new Set(facts.ofMetric(metric).map(({ from }) => from))].sort();
    return noValue(valueMessages.yearNotStored({ metric, stored: years, year }), { unit: 'count' });
  }
  const chosen = vintage ?? preferred(run, metric, year, vintages);
  if (!vintages.includes(chosen))
    throw new InputError(messages.unknownVintage({ metric, year, vintage: chosen, vintages }));
  const first = all
    .filter((row) => row.vintage === chosen && row.value <= top)
    .sort((a, b) => a.value - b.value);
  return counted(run, first, { metric, year, top, nation }, chosen);
}

function preferred({ facts }: Run, metric: string, year: number, vintages: readonly string[]): string {
  const found =
    vintages.length === 1
      ? vintages[0]
      : facts.metrics.get(metric)!.prefer.find((one) => vintages.includes(one));
  if (found !== undefined) return found;
  throw new InputError(messages.severalVintages({ metric, year, vintages }));
}

function counted(
  run: Run,
  first: readonly Statistic[],
  { metric, year, top, nation }: Omit<AmongQuestion, 'vintage'>,
  vintage: string,
): Value {
  const inside = first.filter(({ place }) => run.facts.nation(place) === nation);
  const unknown = first.filter(({ place }) => run.facts.nation(place) === null);
  const absent = Math.max(0, top - first.length);
  const notes = [
    ...(absent > 0 ? [valueMessages.ranksNotStored({ absent, top, metric, year })] : []),
    ...(unknown.length > 0
      ? [valueMessages.unknownNations({ places: unknown.map(({ place }) => run.names(place)) })]
      : []),
  ];
  const named = inside.map(({ place, value }) => `${run.name(place)} ${value}`).join(', ');
  return numberValue(inside.length, 'count', {
    items: inside.map(({ place }) => ({
      id: place,
      name: run.facts.name(place),
      nameZh: run.facts.name(place, 'zh'),
    })),
    hedge: notes.length > 0 ? 'at least' : null,
    vintages: [vintage],
    sources: [...new Set(first.map(({ source }) => source))],
    evidence: [...new Set(first.map(({ evidence }) => evidence))],
    warnings: notes,
    trace: {
      kind: 'words',
      text: words[run.language].amongFirst(run.name(nation), top, year, inside.length, named),
    },
  });
}
