export { type Change, type CheckedFigure } from './changes.ts';
export {
  type Checked,
  type CheckedClaims,
  checkClaims,
  type CheckedRow,
  claimRow,
  type Stated,
} from './check.ts';
export {
  type Both,
  type Check,
  type Claim,
  type ClaimsFile,
  type ComputedClaim,
  OPERATORS,
  type Operator,
  type RecordedVerdict,
  type Source,
  type Verdict,
  VERDICTS,
} from './claim.ts';
export { type Fault, refuse } from './faults.ts';
export { functionNames } from './functions/index.ts';
export { type Difference, differences, type Ledger, ledger, type Totals } from './ledger.ts';
export { humanNumber, humanQuantity, twoDigits } from './numbers.ts';
export { claimOfFields, refuseFields } from './one.ts';
export { readClaims } from './read-claims.ts';
export { shippedClaims } from './shipped.ts';
export { fromInterval, fromStandardError, type Spread } from './spread.ts';
export { messages as claimMessages } from './value-messages.ts';
export { type Language, type Words, words } from './words.ts';
export { type Answer, ASKED, type Question, type World, withoutObservatory } from './world.ts';
export { type Grade, GRADE_NAMES, GRADES } from './evidence.ts';
