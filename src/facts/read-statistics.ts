import { type Message, type RowProblem, wrongRows } from '../base/index.ts';
import { basename } from 'node:path';
import { append } from '../measures/extremes.ts';
import { type Definition, type Gazetteer, parsePlaceId, readCsv, sameGround } from '../places/index.ts';
import { nearMisses } from '../places/misspelt.ts';
import { messages } from './messages.ts';
import type { Metric } from './metric.ts';
import {
  type Bound,
  BOUNDS,
  EVIDENCE,
  type Evidence,
  type Statistic,
  type Status,
  STATUSES,
} from './statistic.ts';
import { namesStoreNumber } from './source-text.ts';
import type { Subject } from './subject.ts';
import { dimension, unknownUnit } from './unit.ts';

const REQUIRED = ['place', 'metric', 'year', 'value', 'unit', 'vintage', 'source', 'evidence'] as const;
const OPTIONAL = ['bound', 'url', 'status', 'note', 'source_kind'] as const;
type Cells = Readonly<Record<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number], string>>;

/** What rows are held against: everything that they may name. */
export interface Known {
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly gazetteer: Gazetteer;
  /** Figures read before, of other files: the same figure may not be given twice. */
  readonly statistics?: readonly Statistic[];
}

/** The statistics of a file and what is wrong with its rows; a row with a problem is not among the statistics. */
export async function checkStatistics(
  file: string,
  known: Known,
): Promise<{ statistics: Statistic[]; problems: RowProblem[] }> {
  const rows = await readCsv(file, { required: REQUIRED, optional: OPTIONAL });
  const statistics: Statistic[] = [];
  const problems: RowProblem[] = [];
  const first = new Map<string, Statistic>();
  for (const statistic of known.statistics ?? [])
    if (statistic.file !== file) first.set(keyOf(statistic, known), statistic);
  for (const { line, cells } of rows) {
    const faults = faultsOf(cells, known);
    if (faults.length > 0) {
      append(
        problems,
        faults.map((problem) => ({ row: line, problem })),
      );
      continue;
    }
    const statistic = parsed(cells, file, line);
    const key = keyOf(statistic, known);
    const before = first.get(key);
    if (before !== undefined) {
      const elsewhere = before.file === file ? null : basename(before.file);
      problems.push({ row: line, problem: messages.givenBefore({ file: elsewhere, line: before.line }) });
      continue;
    }
    first.set(key, statistic);
    statistics.push(statistic);
  }
  return { statistics, problems };
}

/** What may be there once; a municipality is the same place as its province. */
function keyOf({ place, metric, from, to, vintage }: Statistic, { gazetteer }: Known): string {
  const ground = place.startsWith('cn-p:') ? sameGround(place, gazetteer) : null;
  return [ground ?? place, metric, from, to, vintage].join('\t');
}

/** @throws InputError naming every row that cannot be used */
export async function readStatistics(file: string, known: Known): Promise<Statistic[]> {
  const { statistics, problems } = await checkStatistics(file, known);
  if (problems.length === 0) return statistics;
  throw wrongRows(problems, { file, then: messages.correctThem() });
}

function faultsOf(cells: Cells, known: Known): Message[] {
  const faults: Message[] = [];
  const metric = known.metrics.get(cells.metric);
  if (metric === undefined) faults.push(unknownMetric(cells.metric, known.metrics.keys()));
  if (!isSubject(cells.place, known)) faults.push(unknownPlace(cells.place, known));
  if (yearsOf(cells.year) === null) faults.push(messages.notYear({ text: cells.year }));
  if (numberOf(cells.value) === null) faults.push(messages.notNumber({ text: cells.value }));
  append(faults, unitFaults(cells.unit, metric));
  if (cells.vintage === '') faults.push(messages.noVintage());
  if (cells.source === '') faults.push(messages.noSource());
  if (namesStoreNumber(`${cells.source} ${cells.url}`)) faults.push(messages.storeNumber());
  if (cells.evidence === '') faults.push(messages.noGrade({ grades: EVIDENCE }));
  else append(faults, among('evidence', cells.evidence, EVIDENCE));
  append(faults, among('bound', cells.bound, BOUNDS, true));
  append(faults, among('status', cells.status, STATUSES, true));
  return faults;
}

function among(column: string, text: string, choices: readonly string[], mayBeEmpty = false): Message[] {
  if (choices.includes(text) || (mayBeEmpty && text === '')) return [];
  return [messages.notAmong({ column, text, choices, mayBeEmpty })];
}

function unitFaults(unit: string, metric: Metric | undefined): Message[] {
  const measures = dimension(unit);
  if (measures === null) return [unknownUnit(unit)];
  const wanted = metric === undefined ? null : dimension(metric.unit);
  if (wanted === null || alike(wanted, measures)) return [];
  const { id, unit: own } = metric!;
  return [messages.otherDimension({ metric: id, unit: own, dimension: wanted, given: unit, measures })];
}

/** Money of another currency is a figure of the same metric; it is never turned into another without a stated rate. */
function alike(a: string, b: string): boolean {
  return (
    a === b ||
    (a.startsWith('money in ') && b.startsWith('money in ') && a.includes(' per ') === b.includes(' per '))
  );
}

/** That there is no such metric, with the nearest ones. */
export function unknownMetric(metric: string, metrics: Iterable<string>): Message {
  return messages.unknownMetric({ metric, near: nearMisses(metric, metrics, 5).map(({ key }) => key) });
}

type Places = Pick<Known, 'subjects' | 'definitions' | 'gazetteer'>;

export function isSubject(id: string, { subjects, definitions, gazetteer }: Places): boolean {
  return subjects.has(id) || definitions.has(id) || gazetteer.place(id) !== null;
}

/** The refusal of an unknown place, with the subjects and definitions of nearly that name. */
export function unknownPlace(id: string, { subjects, definitions }: Places): Message {
  const near = nearMisses(id, [...subjects.keys(), ...definitions.keys()], 3).map(({ key }) => key);
  return messages.unknownPlace({ id, near, isId: parsePlaceId(id) !== null });
}

function parsed(cells: Cells, file: string, line: number): Statistic {
  return {
    place: cells.place,
    metric: cells.metric,
    ...yearsOf(cells.year)!,
    value: numberOf(cells.value)!,
    unit: cells.unit,
    bound: (cells.bound || null) as Bound | null,
    vintage: cells.vintage,
    source: cells.source,
    evidence: cells.evidence as Evidence,
    url: cells.url || null,
    status: (cells.status || 'stored') as Status,
    note: cells.note || null,
    sourceKind: cells.source_kind || null,
    file,
    line,
  };
}

function yearsOf(text: string): { from: number; to: number } | null {
  const years = /^(\d{4})(?:[-–](\d{4}))?$/.exec(text);
  if (years === null) return null;
  const from = Number(years[1]);
  const to = Number(years.at(2) ?? from);
  return from >= 1000 && from <= to ? { from, to } : null;
}

function numberOf(text: string): number | null {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : null;
}
