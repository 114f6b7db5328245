export { browse, type Filters, type Listed } from './browse.ts';
export { cited } from './cite.ts';
export { completeness, COUNTED_BY, type CountedBy, type Counts, countsThroughTime } from './counts.ts';
export { Directory, type DirectoryOptions } from './directory.ts';
export * from './expertise/index.ts';
export { fieldTerms } from './field-terms.ts';
export { type HowSure, howSure, howSureText } from './how-sure.ts';
export * from './match/index.ts';
export { type Need, NEED_STATES, type NeedState } from './needs/need.ts';
export { Needs, type NeedsOptions } from './needs/needs.ts';
export { checkResources } from './read-resources.ts';
export {
  type Cluster,
  CLUSTERS,
  type Resource,
  RESOURCE_STATUSES,
  type ResourceStatus,
  SOURCE_STATUSES,
  type SourceStatus,
} from './resource.ts';
export { type Area, areaOf, areaOfPlace } from './within.ts';
