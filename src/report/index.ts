export { type ReportAsked, reportParams } from './question.ts';
export { type Report, report } from './report.ts';
