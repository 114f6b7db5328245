/** Words, numbers and errors: what every layer says in the same way. */
export { inBoth } from './in-both.ts';
export { InputError } from './input-error.ts';
export type { Bilingual, Language } from './language.ts';
export {
  defineMessages,
  distinct,
  isAmbiguous,
  isNotFound,
  type Message,
  parameter,
  type ParameterStyle,
  phrase,
  render,
  renderBoth,
  several,
} from './messages.ts';
export { byName, type Named, nameIn } from './names.ts';
export * from './numbers.ts';
export { counted, didYouMean, joined } from './phrases.ts';
export { isReason, REASON_CODES, type Reason, sayReason } from './reasons.ts';
export { type RowProblem, wrongRows } from './row-problems.ts';
export { systemFault } from './system-fault.ts';
export { typeName } from './type-names.ts';
