export { type CheckedFigure } from './changes.ts';
export { type Checked, type CheckedClaims, checkClaims, type CheckedRow, claimRow } from './check.ts';
export {
  type Claim,
  type ClaimsFile,
  OPERATORS,
  type RecordedVerdict,
  type Verdict,
  VERDICTS,
} from './claim.ts';
export { type Fault, refuse } from './faults.ts';
export { type Difference, differences, type Ledger, ledger, type Totals } from './ledger.ts';
export { humanNumber, humanQuantity, twoDigits } from './numbers.ts';
export { claimOfFields, refuseFields } from './one.ts';
export { readClaims } from './read-claims.ts';
export { shippedClaims } from './shipped.ts';
export { fromInterval } from './spread.ts';
export { messages as claimMessages } from './value-messages.ts';
export { type Language, words } from './words.ts';
export { type Answer, type Question, type World, withoutObservatory } from './world.ts';
export { GRADE_NAMES } from './evidence.ts';
