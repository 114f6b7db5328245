import type { Directory } from '../directory.ts';
import { CLUSTERS, type Resource } from '../resource.ts';
import type { FieldWeight } from './inverted-index.ts';

/** What is read of a resource, and what each part weighs: fields most, the note least. */
export const RESOURCE_FIELDS = {
  name: { weight: 1, b: 0.3 },
  fields: { weight: 1.5, b: 0.5 },
  host: { weight: 0.4, b: 0.3 },
  kind: { weight: 0.4, b: 0.3 },
  place: { weight: 0.6, b: 0.3 },
  note: { weight: 0.3, b: 0.75 },
} as const satisfies Readonly<Record<string, FieldWeight>>;
export type ResourceField = keyof typeof RESOURCE_FIELDS;

/** The text of one part of a resource, English and Chinese together. */
export function resourceText(resource: Resource, field: ResourceField, directory: Directory): string {
  const { nameEn, nameZh, fields, host, partners, cityEn, cityZh, region, note } = resource;
  const joined = (...parts: readonly (string | null | undefined)[]): string =>
    parts.filter((part) => part !== null && part !== undefined).join(' · ');
  switch (field) {
    case 'name':
      return joined(nameEn, nameZh);
    case 'fields':
      return joined(...fields);
    case 'host':
      return joined(host, ...partners);
    case 'kind': {
      const kind = directory.kinds.get(resource.kind);
      return joined(kind?.name, kind?.nameZh);
    }
    case 'place': {
      const cluster = region === null ? null : CLUSTERS[region];
      return joined(cityEn, cityZh, cluster?.name, cluster?.nameZh);
    }
    case 'note':
      return note ?? '';
  }
}
