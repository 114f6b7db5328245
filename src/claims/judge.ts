import { InputError } from '../base/index.ts';
import { evaluate } from './evaluate.ts';
import { found, type Finding, type Held, lineOf } from './finding.ts';
import { messages } from './messages.ts';
import { certain, compare, not, type Outcome, probable, unknown } from './outcome.ts';
import { everyYear, firstSince, trend } from './through-years.ts';
import type { Scope } from './scope.ts';
import { inUnitOf, printedOf, type Statement } from './statement.ts';
import { isText } from './texts.ts';
import { NO_VALUE, type Value } from './value.ts';
import { messages as valueMessages } from './value-messages.ts';
import { words as allWords } from './words.ts';

/**
 * Holds a statement against the world.
 * @throws InputError for what is wrong with the statement itself
 */
export async function judge(statement: Statement, scope: Scope): Promise<Finding> {
  const words = allWords[scope.run.language];
  const { operator, since } = statement;
  const expression = scope.run.expression(statement.figure);
  const at = async (year: number | null): Promise<Value> =>
    warned(await evaluate(expression, { ...scope, year }));
  const held = async (year: number | null): Promise<Held> => hold(statement, await at(year));
  if (operator === 'trend') return trend(statement, at, scope, words);
  if (operator === 'first since') return firstSince(statement, held, words);
  if (since !== null) return everyYear(statement, held, words);
  const { figure, outcome } = await held(statement.year);
  return found(outcome, figure, lineOf(figure));
}

/** Parts of several vintages may be put together, where that is told. */
function warned(figure: Value): Value {
  const { vintages, warnings } = figure;
  if (vintages.length < 2 || figure.value === null) return figure;
  return { ...figure, warnings: [...warnings, valueMessages.vintagesDiffer({ vintages })] };
}

function hold(statement: Statement, figure: Value): Held {
  if (figure.value === null) {
    if (statement.operator !== 'is') printedOf(statement);
    return { figure, outcome: unknown([figure.reason ?? NO_VALUE]) };
  }
  if (statement.operator === 'is') return { figure, outcome: textually(statement, figure) };
  if (typeof figure.value !== 'number')
    throw new InputError(messages.figureIsText({ text: figure.value, operator: statement.operator }));
  const printed = printedOf(statement);
  const own = inUnitOf(figure, statement);
  return { figure: own, outcome: compare(own, statement.comparison, printed, statement.tolerance) };
}

/** A text, a list by name, or whether something is so at all: a probability `is` true or false. */
function textually({ value }: Statement, figure: Value): Outcome {
  if (typeof figure.value === 'number' && figure.unit === 'probability') {
    const probability = probable(figure.value, false);
    if (value === 'true') return probability;
    if (value !== 'false') throw new InputError(messages.notTrueOrFalse({ value }));
    return probable(1 - figure.value, false);
  }
  if (typeof figure.value === 'number' && figure.items === null)
    throw new InputError(messages.figureIsNumber());
  const is = certain(isText(figure, value));
  // What is only part of a list cannot be told from another list.
  return figure.hedge === null ? is : is.truth === true ? unknown(figure.warnings) : not(certain(true));
}
