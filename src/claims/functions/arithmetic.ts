import { InputError } from '../../base/index.ts';
import { numeric, quotient, sum } from '../arithmetic.ts';
import { flipped, joined } from '../bound.ts';
import { through } from '../spread.ts';
import { inUnit, unitOfSum } from '../unit-rules.ts';
import { lacking, numberValue, united, type Value } from '../value.ts';
import { messages as valueMessages } from '../value-messages.ts';
import { messages } from './messages.ts';
import type { ExpressionFunction } from './signature.ts';

const value = (name: string) => ({ name, role: 'value' }) as const;
const many = [{ name: 'values', role: 'value', many: true }] as const;

/** Arithmetic that signs do not write. */
export const arithmetic: Readonly<Record<string, ExpressionFunction>> = {
  sum: { parameters: many, run: (given) => sum(given.values('values')) },
  min: { parameters: many, run: (given) => extreme('min', given.values('values')) },
  max: { parameters: many, run: (given) => extreme('max', given.values('values')) },
  abs: { parameters: [value('of')], run: (given) => absolute(given.value('of')) },
  round: {
    parameters: [value('of'), { ...value('digits'), optional: true }],
    run: (given) => rounded(given.value('of'), given.numbers.has('digits') ? given.value('digits') : null),
  },
  /** The first as a part of the second. */
  share: {
    parameters: [value('part'), value('whole')],
    run: (given) => {
      const [part, whole] = [given.value('part'), given.value('whole')];
      if (part.value !== null && whole.value !== null) unitOfSum(part.unit, whole.unit);
      return quotient(part, whole);
    },
  },
  /** From the first to the second, as a fraction of the first. */
  growth: {
    parameters: [value('before'), value('after')],
    run: (given) => growth(given.value('before'), given.value('after')),
  },
};

function growth(before: Value, after: Value): Value {
  const [from, to] = [before, after].map((one) => [...one.vintages].sort());
  if (before.value !== null && after.value !== null && from.join('\n') !== to.join('\n'))
    throw new InputError(messages.growthMixesVintages({ from, to }));
  const ratio = quotient(after, before);
  return ratio.value === null ? ratio : sum([ratio], [numberValue(1, null)]);
}

function extreme(which: 'min' | 'max', values: readonly Value[]): Value {
  const absent = lacking(values);
  if (absent !== null) return absent;
  const unit = values.map((one) => one.unit).reduce(unitOfSum);
  const numbers = values.map((one) => inUnit(numeric(one).value, one.unit, unit)!);
  const found = Math[which](...numbers);
  const picked = values[numbers.indexOf(found)];
  const provenanceOfAll = united(values);
  const uncertain = values.some(({ spread }) => spread !== null);
  const scale = inUnit(1, picked.unit, unit)!;
  return numberValue(found, unit, {
    ...provenanceOfAll,
    hedge: values.map(({ hedge }) => hedge).reduce(joined),
    spread: picked.spread === null ? null : through(picked.spread, (drawn) => drawn * scale, scale),
    warnings: uncertain
      ? [...provenanceOfAll.warnings, valueMessages.intervalOfOne({ name: which })]
      : provenanceOfAll.warnings,
    trace: { kind: 'call', name: which, of: values.map(({ trace }) => trace), value: found, unit },
  });
}

function absolute(of: Value): Value {
  if (of.value === null) return of;
  const { value: number, unit, hedge, spread, trace } = numeric(of);
  return {
    ...of,
    value: Math.abs(number),
    hedge: number < 0 ? flipped(hedge) : hedge,
    spread: spread === null ? null : through(spread, Math.abs, Math.sign(number)),
    interval: null,
    trace: { kind: 'call', name: 'abs', of: [trace], value: Math.abs(number), unit },
  };
}

function rounded(of: Value, digits: Value | null): Value {
  if (of.value === null) return of;
  const places = digits === null ? 0 : numeric(digits).value;
  if (!Number.isInteger(places) || Math.abs(places) > 12)
    throw new InputError(messages.invalidDigits({ digits: places }));
  const { value: number, unit } = numeric(of);
  const scale = 10 ** Math.abs(places);
  const found = places >= 0 ? Math.round(number * scale) / scale : Math.round(number / scale) * scale;
  return {
    ...of,
    value: found,
    interval: null,
    trace: { kind: 'call', name: 'round', of: [of.trace], value: found, unit },
  };
}
