import { distinct, type Message, several } from '../base/index.ts';
import type { Hedge } from './bound.ts';
import type { Grade } from './evidence.ts';
import type { Spread } from './spread.ts';
import type { Trace } from './trace.ts';
import { messages } from './value-messages.ts';

/** A thing counted or listed, such as a city. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}

/** What an expression comes to, with everything that a reader should be told of it. */
export interface Value {
  /** A number, a text, or null where there is none: then `reason` says why. */
  readonly value: number | string | null;
  /** A unit of the facts; null for a text, a number that was written down, and a ratio of two such. */
  readonly unit: string | null;
  /** What a count counts, where that is known by name. */
  readonly items: readonly Item[] | null;
  readonly hedge: Hedge | null;
  readonly spread: Spread | null;
  /** The interval as it was answered; null once the value went through arithmetic. */
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly vintages: readonly string[];
  /** Other vintages that figures in it have. */
  readonly otherVintages: readonly string[];
  readonly sources: readonly string[];
  /** What kinds of source it rests on. */
  readonly evidence: readonly Grade[];
  readonly trace: Trace;
  readonly warnings: readonly Message[];
  readonly reason: Message | null;
}

const NOTHING = {
  unit: null,
  items: null,
  hedge: null,
  spread: null,
  interval: null,
  vintages: [],
  otherVintages: [],
  sources: [],
  evidence: [],
  warnings: [],
  reason: null,
} as const;

export function numberValue(value: number, unit: string | null, more: Partial<Value> = {}): Value {
  return { ...NOTHING, value, unit, trace: { kind: 'number', label: '', value, unit }, ...more };
}

export function textValue(value: string, more: Partial<Value> = {}): Value {
  return { ...NOTHING, value, trace: { kind: 'words', text: value }, ...more };
}

/** Where nobody says why. */
export const NO_VALUE = messages.undefined({ reason: 'no value' });

/** No value, and why. */
export function noValue(reason: Message, more: Partial<Value> = {}): Value {
  return { ...NOTHING, value: null, trace: { kind: 'words', text: '' }, ...more, reason };
}

/** The provenance of several values together. */
export function united(
  values: readonly Value[],
): Pick<Value, 'vintages' | 'otherVintages' | 'sources' | 'evidence' | 'warnings'> {
  const all = <T>(of: (value: Value) => readonly T[]): T[] => [...new Set(values.flatMap(of))];
  return {
    vintages: all(({ vintages }) => vintages),
    otherVintages: all(({ otherVintages }) => otherVintages),
    sources: all(({ sources }) => sources),
    evidence: all(({ evidence }) => evidence),
    warnings: distinct(values.flatMap(({ warnings }) => warnings)),
  };
}

/** A value that another needs and that is not there: the reasons of all such, or null where all are there. */
export function lacking(values: readonly Value[], unit: string | null = null): Value | null {
  const reasons = values.flatMap(({ value, reason }) => (value === null ? (reason ?? NO_VALUE) : []));
  return reasons.length === 0 ? null : noValue(several(reasons), { unit, ...united(values) });
}
