import { EstimationError, messages } from '../estimation-error.ts';

/**
 * Whether rows are separated cannot be decided: what would separate them is as small as the rounding of the numbers it is
 * made of, or the model is too large to be decided exactly.
 */
export class SeparationUndecided extends EstimationError {
  override readonly name = 'SeparationUndecided';

  /**
   * @param regressors those in question
   * @param rows in question, by their places in the model, ascending
   */
  constructor(
    readonly regressors: readonly string[],
    readonly rows: readonly number[],
    why: string,
  ) {
    super(messages.undecided({ regressors, rows, why }));
  }
}
