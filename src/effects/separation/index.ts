export { separatedRows } from './separated-rows.ts';
export { SeparationUndecided } from './undecided.ts';
