export { reportParams } from './question.ts';
export { report } from './report.ts';
