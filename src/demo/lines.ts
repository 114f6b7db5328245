import { makeFragments, type Fragments } from './fragments.ts';
import { TOPICS_PER_SUBFIELD } from './fields.ts';
import { SYNTHETIC } from './mark.ts';
import { drawPadding, type Padding } from './padding.ts';
import { streamOf } from './sampling.ts';
import { UNKNOWN, type Member } from './team.ts';
import type { SyntheticWork } from './works.ts';
import type { World } from './world.ts';

/** What a line holds: the fields an observatory reads (1 to 1.5 KB), or all that a record of the snapshot has (7 KB). */
export type LineSize = 'slim' | 'full';

/** Writes a work as one line of JSON, its keys in the order of OpenAlex's own records. */
export type LineWriter = (work: SyntheticWork, revised?: boolean) => string;

/** How many institutions stand on authorships and in no list. */
const UNKNOWN_INSTITUTIONS = 60;
/** Every so many-th revised work is a retraction. */
const RETRACTED_BY_REVISION = 6;

/**
 * A writer of lines for the world. `revised` gives a newer version of the same work: a later `updated_date`, more
 * citations, every sixth retracted.
 */
export function lineWriter(world: World, size: LineSize): LineWriter {
  const fragments = makeFragments(world, size === 'slim');
  const padding = size === 'full' ? drawPadding(world.seed) : null;
  return (work, revised = false) => {
    const id = workId(work.index);
    const topic = work.subfield === null ? null : work.subfield * TOPICS_PER_SUBFIELD + work.topic - 1;
    const title = `Synthetic work ${work.index}${topic === null ? '' : ` on ${fragments.topicNames[topic]}`}`;
    const doi = `https://doi.org/10.5555/synthetic.${work.index}`;
    const date = `${work.year ?? world.years[0]}-${two(work.month)}-${two(work.day)}`;
    const updated = revised ? `2026-0${1 + (work.index % 4)}` : `2025-${two(1 + (work.index % 12))}`;
    const citations = work.citations + (revised ? 3 : 0);
    const retracted = work.retracted || (revised && work.index % RETRACTED_BY_REVISION === 0);
    const source = fragments.sources[work.source];
    const authorships = work.members.map((member, i) =>
      authorship(world, fragments, padding, work, member, i),
    );
    const topicJson = topic === null ? 'null' : fragments.topics[topic];
    const where = work.older
      ? `"host_venue":${source},`
      : padding === null
        ? `"primary_location":{"source":${source}},`
        : `"primary_location":{"is_oa":false,"landing_page_url":"${doi}","pdf_url":null,"source":${source},"license":null,"version":"publishedVersion"},`;
    const field = work.older ? '"concepts":[],' : `"is_xpac":${work.extended},"primary_topic":${topicJson},`;
    const more = padding === null ? '' : furtherFields(world, padding, work, topicJson);
    return (
      `{"id":"${id}","synthetic":"${SYNTHETIC}","doi":"${doi}","title":"${title}",` +
      (padding === null ? '' : `"display_name":"${title}",`) +
      `"publication_year":${work.year ?? 'null'},"publication_date":"${date}","language":"en",` +
      `${where}"type":"${work.type}","authorships":[${authorships.join(',')}],` +
      (work.truncated ? '"is_authors_truncated":true,' : '') +
      `"cited_by_count":${citations},"is_retracted":${retracted},"is_paratext":${work.paratext},` +
      `${field}${more}"updated_date":"${updated}-${two(work.day)}T00:00:00.000000"}`
    );
  };
}

export function workId(index: number): string {
  return `https://openalex.org/W9${String(index).padStart(9, '0')}`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function authorship(
  world: World,
  fragments: Fragments,
  padding: Padding | null,
  work: SyntheticWork,
  { author, institutions }: Member,
  at: number,
): string {
  const position = at === 0 ? 'first' : at === work.members.length - 1 ? 'last' : 'middle';
  const id = author === 0 ? 'null' : `"https://openalex.org/A9${String(author).padStart(9, '0')}"`;
  const shapes = work.older ? fragments.institutionsOlder : fragments.institutions;
  const unknown = `https://openalex.org/I99${String((work.index * 31 + at) % UNKNOWN_INSTITUTIONS).padStart(8, '0')}`;
  const list = institutions.map((one) =>
    one === UNKNOWN
      ? `{"id":"${unknown}","display_name":"Unlisted institution (synthetic)","ror":null,"country_code":null,"type":null${work.older ? '' : `,"lineage":["${unknown}"]`}}`
      : shapes[one],
  );
  const known = institutions.filter((one) => one !== UNKNOWN);
  const countries = [...new Set(known.map((one) => fragments.countries[one]))].join(',');
  const head = `{"author_position":"${position}","author":{"id":${id}`;
  if (padding === null) {
    const raw = work.older ? ',"raw_affiliation_string":null' : `,"countries":[${countries}]`;
    return `${head}},"institutions":[${list.join(',')}]${raw}}`;
  }
  const name = `${padding.given[author % padding.given.length]} ${padding.family[Math.floor(author / 7) % padding.family.length]}`;
  const digits = String(1e8 + ((author * 48_271) % 99_999_989)).slice(1);
  const orcid =
    author % 3 === 0 ? 'null' : `"https://orcid.org/0000-0000-${digits.slice(0, 4)}-${digits.slice(4)}"`;
  const strings = known.map((one) => {
    const institution = world.institutions[one];
    const city = world.geography.cities[institution.city];
    return JSON.stringify(
      `${padding.departments[author % padding.departments.length]}, ${institution.name}, ${city.name}, ${city.country}`,
    );
  });
  const raw = work.older
    ? `"raw_affiliation_string":${strings[0] ?? 'null'}`
    : `"countries":[${countries}],"is_corresponding":${at === 0},"raw_author_name":"${name}","raw_affiliation_strings":[${strings.join(',')}],` +
      `"affiliations":[${known.map((one, i) => `{"raw_affiliation_string":${strings[i]},"institution_ids":[${fragments.institutionIds[one]}]}`).join(',')}]`;
  return `${head},"display_name":"${name}","orcid":${orcid}},"institutions":[${list.join(',')}],${raw}}`;
}

/** The keys of a snapshot's record that nobody here reads: keywords, concepts, locations, references, abstract. */
function furtherFields(world: World, padding: Padding, work: SyntheticWork, topic: string): string {
  const random = streamOf(world.seed, 'padding', 1 + work.index);
  const some = (pool: readonly string[], count: number): string =>
    Array.from({ length: count }, () => pool[random.integer(pool.length)]).join(',');
  const ids = (count: number): string =>
    Array.from({ length: count }, () => `"${workId(random.integer(1_000_000_000))}"`).join(',');
  const references = Math.floor(20 * random.uniform() ** 2 * 3);
  return (
    `"topics":[${topic === 'null' ? '' : topic}],"keywords":[${some(padding.keywords, 4)}],"concepts":[${some(padding.concepts, 1)}],"mesh":[],` +
    `"locations_count":1,"locations":[],"best_oa_location":null,"sustainable_development_goals":[],` +
    `"awards":[],"funders":[],"referenced_works_count":${references},"referenced_works":[${ids(references)}],` +
    `"related_works":[${ids(3)}],"abstract_inverted_index":${padding.abstracts[random.integer(padding.abstracts.length)]},` +
    `"counts_by_year":[],`
  );
}
