/**
 * What joint draws spend their time on, in AssemblyScript; `node tools/kernel-code.mjs` compiles it to `kernel-code.ts`.
 * Two numbers a vector, each with a sum of its own and its products added in the order of the plain code, so that
 * nothing is rounded otherwise.
 */
export { cholesky } from './cholesky';
export { countAbove } from './count-above';
export { multiply } from './multiply';
export { settle, settleAlone } from './settle';
