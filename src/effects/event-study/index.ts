export { eventStudy, type EventPoint, type EventStudy, type EventStudyOptions } from './event-study.ts';
export { POLICY, policyEffect, withPolicy } from './policy-effect.ts';
export type { Policy } from './policy.ts';
export { regionDesign, type RegionDesign, type RegionPolicy } from './region-policy.ts';
