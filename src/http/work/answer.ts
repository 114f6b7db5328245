import { CancelledError, EngineError } from '../../engine/engine.ts';
import { ClusterError, DamagedError, type Observatory, ReplacedError } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { TABLE_FORMATS } from '../answers/formats.ts';
import { sourceById } from '../sources.ts';
import type { Answer, Question, StepTold, Trouble } from './question.ts';
import { TroubleError } from './question.ts';

/** The answer to a question, as it is sent. @throws InputError, EngineError, TroubleError where there are too many rows */
export async function answerOf(
  observatory: Observatory,
  { source: id, parameters, language, format, parts, raw }: Question,
  mostRows: number,
  tell: (step: StepTold) => void = () => undefined,
): Promise<Answer> {
  const source = sourceById(id);
  const told = await source.answer(observatory, parameters as never, language, ({ what, done, of }) =>
    tell({ what: what[language], done, of }),
  );
  const own = source.own?.[format];
  if (own !== undefined)
    return { body: new TextEncoder().encode(told.own!(format)), mediaType: own.mediaType };
  const rows = count(told.printable.cells);
  if (rows > mostRows) throw new TroubleError({ kind: 'rows', rows, most: mostRows });
  const table = TABLE_FORMATS[format];
  return { body: await table.bytes(told.printable, { parts, raw }), mediaType: table.mediaType };
}

function count(rows: Iterable<unknown>): number {
  const each = rows[Symbol.iterator]();
  let counted = 0;
  while (each.next().done !== true) counted += 1;
  return counted;
}

/** What went wrong, as data. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TroubleError) return error.trouble;
  if (error instanceof ClusterError)
    return { kind: error.rebuilt ? 'rebuilt' : 'cluster', message: error.message };
  if (error instanceof ReplacedError) return { kind: 'replaced' };
  if (error instanceof DamagedError) return { kind: 'unreadable', message: error.message };
  if (error instanceof InputError) return { kind: 'input', detail: error.detail, parameter: error.parameter };
  if (error instanceof CancelledError) return { kind: 'cancelled' };
  // What the analysis asks is ours: where the engine refuses, it is for the tables.
  if (error instanceof EngineError) return { kind: 'unreadable', message: error.message };
  return { kind: 'unforeseen', stack: (error as Error).stack ?? String(error) };
}
