/**
 * Whether rows are separated cannot be decided: what would separate them is as small as the rounding of the numbers it is
 * made of, or the model is too large to be decided exactly.
 */
export class SeparationUndecided extends RangeError {
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
    const some = rows.slice(0, 5).join(', ');
    const more = rows.length > 5 ? ` and ${rows.length - 5} more` : '';
    super(
      `separation of ${rows.length === 1 ? 'row' : 'rows'} ${some}${more} cannot be decided: ${regressors.join(', ')} ${why}; ` +
        'leave it out, or give its difference from the others as a regressor of its own',
    );
  }
}
