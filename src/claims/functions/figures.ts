import {
  type Bound,
  convert,
  type Figure,
  type Stage,
  STAGES,
  type Statistic,
  yearText,
} from '../../facts/index.ts';
import { InputError, nameIn } from '../../base/index.ts';
import { numeric } from '../arithmetic.ts';
import type { Hedge } from '../bound.ts';
import type { Scope } from '../scope.ts';
import { messages as valueMessages } from '../value-messages.ts';
import { NO_VALUE, noValue, numberValue, type Value } from '../value.ts';
import { among } from './among.ts';
import { messages } from './messages.ts';
import type { Arguments, ExpressionFunction } from './signature.ts';

const HEDGES: Readonly<Record<Bound, Hedge>> = {
  over: 'over',
  under: 'under',
  nearly: 'about',
  about: 'about',
};

/** Functions of what is publicly said: statistics and policies. */
export const figures: Readonly<Record<string, ExpressionFunction>> = {
  stat: {
    parameters: [
      { name: 'metric', role: 'word' },
      { name: 'place', role: 'place' },
      { name: 'year', role: 'years' },
      { name: 'vintage', role: 'word', optional: true },
    ],
    run: stat,
  },
  /** How many of the first `top` of a ranking lie in a nation. */
  among: {
    parameters: [
      { name: 'metric', role: 'word' },
      { name: 'year', role: 'year' },
      { name: 'top', role: 'value' },
      { name: 'nation', role: 'place' },
      { name: 'vintage', role: 'word', optional: true },
    ],
    run: (given, { run }) =>
      among(run, {
        metric: given.word('metric'),
        year: given.years('year').from,
        top: numeric(given.value('top')).value,
        nation: given.word('nation'),
        vintage: given.words.get('vintage') ?? null,
      }),
  },
  /** The year in which something was first decided for a region: announced, approved, outlined, extended. */
  policy_year: {
    parameters: [
      { name: 'region', role: 'place' },
      { name: 'stage', role: 'word' },
    ],
    run: (given, scope) => policyYear(given.word('region'), given.word('stage'), scope),
  },
};

function stat(given: Arguments, { run, vintage: wished }: Scope): Value {
  const { from: year, to } = given.years('year');
  const vintage = given.words.get('vintage');
  const question = { metric: given.word('metric'), place: given.word('place'), year, to };
  if (vintage !== undefined) return valueOf(run.figure({ ...question, vintage }), [], run);
  const found = run.figure(question);
  const others = found.others.map((other) => other.vintage);
  if (wished === null || !others.includes(wished)) return valueOf(found, others, run);
  return valueOf(run.figure({ ...question, vintage: wished }), others, run);
}

function valueOf(found: Figure, otherVintages: readonly string[], run: Naming): Value {
  const { value, unit, bound, vintage, from, warnings, reason } = found;
  const told = {
    otherVintages,
    sources: [...new Set(from.map(({ source }) => source))],
    evidence: [...new Set(from.map(({ evidence }) => evidence))],
    warnings,
  };
  if (value === null) return noValue(reason ?? NO_VALUE, { unit, ...told });
  const part = (row: Statistic): { minus: false; of: Value['trace'] } => ({
    minus: false,
    of: {
      kind: 'number',
      label: run.name(row.place),
      value: convert(row.value, row.unit, unit) ?? row.value,
      unit,
    },
  });
  const [first, ...more] = from;
  return numberValue(value, unit, {
    ...told,
    hedge: bound === null ? null : HEDGES[bound],
    vintages: [vintage ?? 'no vintage'],
    trace:
      more.length > 0
        ? { kind: 'sum', terms: from.map(part), value, unit }
        : {
            kind: 'number',
            label: `${run.name(first.place)} ${yearText(first)}:${bound === null ? '' : ` ${bound}`}`,
            value,
            unit,
          },
  });
}

interface Naming {
  name(id: string): string;
}

const isStage = (text: string): text is Stage => (STAGES as readonly string[]).includes(text);

function policyYear(region: string, stage: string, { run }: Scope): Value {
  if (!isStage(stage)) throw new InputError(messages.unknownStage({ stage, stages: STAGES }));
  const ofRegion = run.facts.policies.filter((policy) => policy.region === region);
  const found = ofRegion.find((policy) => policy.stage === stage);
  if (found === undefined) {
    const stored = ofRegion.map((policy) => ({ stage: policy.stage, year: policy.year }));
    return noValue(valueMessages.noPolicy({ region: run.names(region), stage, stored }));
  }
  const event = nameIn({ name: found.event, nameZh: found.eventZh }, run.language);
  const again = ofRegion.filter((policy) => policy.stage === stage && policy.year !== found.year);
  return numberValue(found.year, 'year', {
    sources: [found.source],
    evidence: ['official document'],
    trace: {
      kind: 'number',
      label: `${run.name(region)}, ${event} (${found.date}):`,
      value: found.year,
      unit: 'year',
    },
    warnings:
      again.length === 0 ? [] : [valueMessages.firstOfSeveral({ later: again.map(({ year }) => year) })],
  });
}
