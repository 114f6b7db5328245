import type { YearWindow } from './filters.ts';

/** Before this nothing was printed that OpenAlex could date by more than a guess: its few earlier years are slips of the pen. */
const EARLIEST_YEAR = 1500;

/**
 * Years that a work may bear: from 1500 to the year after that of the build, as journals date issues ahead. A work of another
 * year is left out, with the reason `implausible year`: one dated 9999 would stretch every series to it.
 *
 * @param today the day of the build
 */
export function plausibleYears(today: Date): YearWindow {
  return { from: EARLIEST_YEAR, to: today.getUTCFullYear() + 1 };
}
