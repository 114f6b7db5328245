/** operating: in use. unknown: the source does not say. */
export const RESOURCE_STATUSES = ['operating', 'under construction', 'planned', 'closed', 'unknown'] as const;
export type ResourceStatus = (typeof RESOURCE_STATUSES)[number];

/** stored: the source was read. recalled: from memory, without a source, to be checked. */
export const SOURCE_STATUSES = ['stored', 'recalled'] as const;
export type SourceStatus = (typeof SOURCE_STATUSES)[number];

/** What of a row may be recalled or inferred although its source was read. */
export const RECALLABLE = [
  'kind',
  'name',
  'place',
  'coordinates',
  'host',
  'partners',
  'opened',
  'status',
  'fields',
  'url',
] as const;
export type Recallable = (typeof RECALLABLE)[number];

/** The urban clusters that lists of resources are drawn up for, whatever definition of their cities one prefers. */
export const CLUSTERS = {
  jjj: { name: 'Beijing-Tianjin-Hebei', nameZh: '京津冀' },
  yrd: { name: 'Yangtze River Delta', nameZh: '长三角' },
  gba: { name: 'Guangdong-Hong Kong-Macao Greater Bay Area', nameZh: '粤港澳大湾区' },
  chengyu: { name: 'Chengdu-Chongqing', nameZh: '成渝' },
} as const;
export type Cluster = keyof typeof CLUSTERS;

/** A laboratory, infrastructure, platform, park, centre or firm that others can use. Undefined is null, or an empty list. */
export interface Resource {
  readonly id: string;
  /** The Chinese name where there is no English one. */
  readonly nameEn: string;
  readonly nameZh: string | null;
  /** A kind of data/resource-kinds.csv. */
  readonly kind: string;
  /** The cluster that its list names it for; null where it names none. Its city decides in which definition it lies. */
  readonly region: Cluster | null;
  /** Place id of its city. */
  readonly place: string | null;
  /** Why it has no place; null where it has one. */
  readonly unlocated: string | null;
  /** Its city as the list names it, such as a district or a new area. */
  readonly cityEn: string | null;
  readonly cityZh: string | null;
  /** Degrees; its own, or its city's. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly coordPrecision: 'site' | 'city' | null;
  readonly host: string | null;
  readonly partners: readonly string[];
  readonly opened: number | null;
  readonly status: ResourceStatus;
  /** As general as its list gives them, mostly in English. */
  readonly fields: readonly string[];
  /** An address as recorded, never checked. The only thing that may be shown as a link. */
  readonly url: string | null;
  /** Where it was read, as text, never as a link; null of a recalled row, and of nothing else. */
  readonly source: string | null;
  /** direct: the publisher’s own page or a registry. copy: read on a copy. */
  readonly sourceKind: 'direct' | 'copy' | null;
  readonly sourceStatus: SourceStatus;
  /** What of the row is recalled or inferred. */
  readonly recalled: readonly Recallable[];
  readonly note: string | null;
  /** Whom to ask, in lists of one’s own. */
  readonly contact: string | null;
  /** Whether it ships with the project; else it is of a list of the user’s. */
  readonly shipped: boolean;
  readonly file: string;
  readonly line: number;
}
