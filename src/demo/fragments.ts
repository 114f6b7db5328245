import { SOURCES_PER_SUBFIELD, SUBFIELDS, TOPICS_PER_SUBFIELD } from './fields.ts';
import { mention, openalexId } from './institutions.ts';
import type { World } from './world.ts';

/** Pieces of JSON that many lines repeat, made once. */
export interface Fragments {
  /** By institution, as an authorship holds it; in the schema of 2022 without lineage, slim ones without name. */
  readonly institutions: readonly string[];
  readonly institutionsOlder: readonly string[];
  readonly institutionIds: readonly string[];
  /** By institution, its country in quotes. */
  readonly countries: readonly string[];
  /** By subfield × topic: `{"id":…,"display_name":…,"score":…,"subfield":…,"field":…,"domain":…}`. */
  readonly topics: readonly string[];
  readonly topicNames: readonly string[];
  /** By subfield × source, as `primary_location.source` holds it. */
  readonly sources: readonly string[];
}

export function makeFragments(world: World, slim: boolean): Fragments {
  const { cities } = world.geography;
  const mentions = world.institutions.map((_, i) => mention(world.institutions, i, cities));
  const topicNames = SUBFIELDS.flatMap(({ name }) =>
    Array.from({ length: TOPICS_PER_SUBFIELD }, (_, i) => `Synthetic topic ${i + 1} of ${name}`),
  );
  return {
    institutions: mentions.map((one) => JSON.stringify({ ...one, ...(slim && { display_name: undefined }) })),
    institutionsOlder: mentions.map((one) => JSON.stringify({ ...one, lineage: undefined })),
    institutionIds: world.institutions.map((one) => JSON.stringify(openalexId(one))),
    countries: world.institutions.map(({ city }) => JSON.stringify(cities[city].country)),
    topicNames,
    topics: topicNames.map((name, i) => {
      const subfield = SUBFIELDS[Math.floor(i / TOPICS_PER_SUBFIELD)];
      return JSON.stringify({
        id: `https://openalex.org/T9${subfield.id}${1 + (i % TOPICS_PER_SUBFIELD)}`,
        display_name: name,
        score: 0.99,
        subfield: { id: `https://openalex.org/subfields/${subfield.id}`, display_name: subfield.name },
        field: { id: `https://openalex.org/fields/${subfield.field.id}`, display_name: subfield.field.name },
        domain: {
          id: `https://openalex.org/domains/${subfield.domain.id}`,
          display_name: subfield.domain.name,
        },
      });
    }),
    sources: SUBFIELDS.flatMap(({ name }, s) =>
      Array.from({ length: SOURCES_PER_SUBFIELD }, (_, i) => {
        const number = s * SOURCES_PER_SUBFIELD + i;
        const issn = `9999-${String(number).padStart(4, '0')}`;
        return JSON.stringify({
          id: `https://openalex.org/S9${String(number).padStart(6, '0')}`,
          display_name: `Synthetic Journal ${i + 1} of ${name}`,
          issn_l: issn,
          ...(!slim && {
            issn: [issn],
            is_oa: i % 2 === 0,
            is_core: true,
            host_organization_name: 'Synthetic Press',
            type: 'journal',
          }),
        });
      }),
    ),
  };
}
