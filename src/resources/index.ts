export { Directory, type DirectoryOptions } from './directory.ts';
export type { ResourceKind } from './kind.ts';
export { checkResources, readResources } from './read-resources.ts';
export {
  type Cluster,
  CLUSTERS,
  type Recallable,
  type Resource,
  RESOURCE_STATUSES,
  type ResourceStatus,
  SOURCE_STATUSES,
  type SourceStatus,
} from './resource.ts';
