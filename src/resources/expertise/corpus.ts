import { sql } from '../../engine/sql.ts';
import { least } from '../../measures/extremes.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import type { Message } from '../../base/index.ts';
import { messages } from './messages.ts';
import { Growing } from '../match/growing.ts';

/** An institution as the observatory knows it. */
export interface Institution {
  /** ROR id of nine characters, else OpenAlex id, else name:COUNTRY:name. */
  readonly id: string;
  readonly name: string;
  readonly types: readonly string[];
  readonly country: string | null;
  /** Place id of the city where it counts. */
  readonly city: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface Topic {
  /** OpenAlex number; 0 is none. */
  readonly id: number;
  readonly name: string;
  /** Names of the topic, its subfield and its field, English and Chinese where known. */
  readonly text: string;
}

/** W works with their topics and the institutions behind them, ready to be searched. */
export interface Corpus {
  readonly institutions: readonly Institution[];
  readonly topics: readonly Topic[];
  /** W OpenAlex numbers. */
  readonly works: Float64Array;
  readonly years: Int32Array;
  /** W places in `topics`. */
  readonly topicOf: Int32Array;
  readonly titleOf: (work: number) => string;
  /** W + 1: the parts of work w are number starts[w] to starts[w + 1] − 1. */
  readonly starts: Uint32Array;
  /** Places in `institutions`, a part each. */
  readonly partOf: Uint32Array;
  /** Share of the part in its work, 0 … 1: divided among the authors, and among an author's institutions. */
  readonly shares: Float32Array;
  /** What had to be left out. */
  readonly notes: readonly Message[];
}

export interface CorpusOptions {
  /** Works up to this year only: what was known then. */
  readonly until?: number | null;
  /** The newest so many works. */
  readonly most?: number;
}

/** As many works as are indexed in some ten seconds and half a gigabyte. */
const MOST_WORKS = 500_000;

/** The works of an observatory, the newest of them where there are very many. */
export async function readCorpus(observatory: Observatory, options: CorpusOptions = {}): Promise<Corpus> {
  const { until = null, most = MOST_WORKS } = options;
  const counts = await observatory.query<{ year: number; works: number }>(sql`
    SELECT year, count(*) AS works FROM works WHERE ${until === null ? sql`TRUE` : sql`year <= ${until}`}
    GROUP BY year ORDER BY year DESC`);
  // Whole years, the newest first, as long as they fit; the newest always.
  const years: number[] = [];
  let taken = 0;
  for (const { year, works } of counts) {
    if (years.length > 0 && taken + works > most) break;
    years.push(year);
    taken += works;
  }
  const notes =
    years.length < counts.length ? [messages.newestWorks({ works: taken, from: least(years) })] : [];
  const topics = await readTopics(observatory);
  const institutions = await observatory.query<Institution>(sql`
    SELECT institution AS id, coalesce(name, institution) AS name, types, country, city, latitude, longitude
    FROM institutions ORDER BY institution`);
  return {
    ...(await readWorks(observatory, years.sort(), topics, institutions)),
    institutions,
    topics,
    notes,
  };
}

async function readTopics(observatory: Observatory): Promise<Topic[]> {
  const rows = await observatory.query<{ id: number; name: string; text: string }>(sql`
    SELECT t.id, coalesce(t.name, 'none') AS name,
      concat_ws(' · ', t.name, t.name_zh, s.name, s.name_zh, f.name, f.name_zh) AS text
    FROM fields t
    LEFT JOIN fields s ON s.level = 'subfield' AND s.id = t.parent
    LEFT JOIN fields f ON f.level = 'field' AND f.id = s.parent
    WHERE t.level = 'topic' ORDER BY t.id`);
  return rows.map(({ id, name, text }) => ({ id, name, text: id === 0 ? '' : text }));
}

type WorkColumns = Pick<Corpus, 'works' | 'years' | 'topicOf' | 'titleOf' | 'starts' | 'partOf' | 'shares'>;

async function readWorks(
  observatory: Observatory,
  wanted: readonly number[],
  topics: readonly Topic[],
  institutions: readonly Institution[],
): Promise<WorkColumns> {
  const topicAt = new Map(topics.map(({ id }, at) => [id, at]));
  const institutionAt = new Map(institutions.map(({ id }, at) => [id, at]));
  const [works, years, topicOf] = [
    new Growing(Float64Array),
    new Growing(Int32Array),
    new Growing(Int32Array),
  ];
  const [starts, partOf, shares] = [
    new Growing(Uint32Array),
    new Growing(Uint32Array),
    new Growing(Float32Array),
  ];
  const titles: string[] = [];
  // Year by year, so that no answer is larger than a year.
  for (const year of wanted) {
    const rows = await observatory.query<{ work: number; topic: number; title: string | null }>(
      sql`SELECT work, topic, title FROM works WHERE year = ${year} ORDER BY work`,
    );
    const parts = await observatory.query<{ work: number; institution: string; share: number }>(sql`
      SELECT work, institution, CAST(sum(share) AS DOUBLE) / ${WORK} AS share FROM work_institutions
      WHERE year = ${year} AND institution IS NOT NULL GROUP BY work, institution ORDER BY work, institution`);
    let at = 0;
    for (const { work, topic, title } of rows) {
      works.push(work);
      years.push(year);
      topicOf.push(topicAt.get(topic) ?? 0);
      titles.push(title ?? '');
      starts.push(partOf.length);
      for (; at < parts.length && parts[at].work === work; at++) {
        partOf.push(institutionAt.get(parts[at].institution)!);
        shares.push(parts[at].share);
      }
    }
  }
  starts.push(partOf.length);
  return {
    works: works.values,
    years: years.values,
    topicOf: topicOf.values,
    titleOf: (work) => titles[work],
    starts: starts.values,
    partOf: partOf.values,
    shares: shares.values,
  };
}
