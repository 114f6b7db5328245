import { deepStrictEqual } from 'node:assert';
import { isUtf8 } from 'node:buffer';
import type { AddressMention } from '../../src/records/addresses.ts';
import { Dictionaries } from '../../src/records/dictionary.ts';
import { BadRecord, extract } from '../../src/records/extract.ts';
import { WorkScanner } from '../../src/records/scanner.ts';
import { emptyWork } from '../../src/records/work.ts';
import { type Area, AREAS, NO_NUMBER, PLACES, WorkRows } from '../../src/records/work-rows.ts';

/** A work with every field that is used, in the order of the API. */
export const RECORD = {
  id: 'https://openalex.org/W2277166486',
  doi: 'https://doi.org/10.1086/683113',
  title: 'Grain size mix',
  display_name: 'Grain “size” mix, überall',
  publication_year: 2015,
  ids: { openalex: 'https://openalex.org/W1', mag: '1' },
  primary_location: {
    is_oa: false,
    source: {
      id: 'https://openalex.org/S99859448',
      display_name: 'The Journal of Geology',
      issn_l: '0022-1376',
      issn: ['0022-1376', '1537-5269'],
    },
  },
  type: 'article',
  authorships: [
    {
      author_position: 'first',
      author: { id: 'https://openalex.org/A5103059223', display_name: 'P. Allen', orcid: null },
      institutions: [
        {
          id: 'https://openalex.org/I47508984',
          display_name: 'Imperial College London',
          ror: 'https://ror.org/041kmwe10',
          country_code: 'GB',
          type: 'education',
          lineage: ['https://openalex.org/I47508984'],
        },
        { id: null, display_name: 'Geologický ústav', ror: null, country_code: 'cz' },
      ],
      countries: ['GB', 'CZ'],
      raw_affiliation_strings: ['Imperial College, "London" SW7\\2AZ'],
    },
    {
      author: { id: 'https://openalex.org/A2' },
      institutions: [],
      countries: ['FR'],
      raw_affiliation_strings: ['Université de Lyon', 'Laboratoire, 69007 Lyon, France'],
    },
    {
      author: { id: 'https://openalex.org/A4' },
      institutions: [
        { id: 'https://openalex.org/I204983213', display_name: 'HIT', country_code: 'CN', lineage: [] },
        { id: 'https://openalex.org/I47508984', display_name: 'Imperial', country_code: 'GB' },
      ],
      raw_affiliation_strings: [
        'Harbin Institute of Technology, Shenzhen, China',
        'Imperial, Silwood Park, Ascot, UK',
      ],
      affiliations: [
        {
          raw_affiliation_string: 'Harbin Institute of Technology, Shenzhen, China',
          institution_ids: ['https://openalex.org/I204983213'],
        },
        {
          raw_affiliation_string: 'Imperial, Silwood Park, Ascot, UK',
          institution_ids: ['https://openalex.org/I47508984', 'https://openalex.org/I9'],
        },
        { raw_affiliation_string: 'Nowhere', institution_ids: [] },
      ],
    },
    { author: { id: null }, institutions: [{ id: null, display_name: null }], countries: [] },
    {
      author: { id: 'https://openalex.org/A2' },
      institutions: [{ display_name: 'CNRS', country_code: 'FR' }],
    },
  ],
  cited_by_count: 12,
  is_retracted: false,
  is_paratext: false,
  is_xpac: true,
  is_authors_truncated: false,
  primary_topic: {
    id: 'https://openalex.org/T10398',
    display_name: 'Sediment',
    score: 0.9999,
    subfield: { id: 'https://openalex.org/subfields/1904', display_name: 'Earth-Surface Processes' },
    field: { id: 'https://openalex.org/fields/19', display_name: 'Earth and Planetary Sciences' },
    domain: { id: 'https://openalex.org/domains/3', display_name: 'Physical Sciences' },
  },
  topics: [{ id: 'https://openalex.org/T1', subfield: { id: 'https://openalex.org/subfields/1' } }],
  abstract_inverted_index: { The: [0, 12], 'a"b\\': [1], '…': [] },
  counts_by_year: [{ year: 2020, cited_by_count: 1 }],
  updated_date: '2026-01-02T03:04:05.678901',
  synthetic: 'a "made-up" world …',
};

/** Records of other times and other hands. */
export const OTHERS: readonly unknown[] = [
  {
    id: 'https://openalex.org/W2',
    display_name: null,
    title: 'Of 2022',
    publication_year: 2009,
    type: 'journal-article',
    host_venue: { id: 'https://openalex.org/V12', issn_l: '1234-567x', issn: null, display_name: 'Old' },
    authorships: [
      {
        author: { id: 'https://openalex.org/A7', display_name: 'X' },
        institutions: [{ id: null, display_name: null, ror: null, country_code: null, type: null }],
        raw_affiliation_string: 'Somewhere',
      },
      { author: {}, institutions: [{ id: 'https://openalex.org/I1', ror: 'https://ror.org/02jx3x895' }] },
    ],
    concepts: [{ id: 'https://openalex.org/C1', level: 0, score: 0.5 }],
  },
  { id: 'https://openalex.org/W3' },
  { id: 'https://openalex.org/W4', authorships: [], topics: [], primary_topic: null, host_venue: null },
  { id: 'https://openalex.org/W5', topics: [RECORD.primary_topic, ...RECORD.topics], primary_topic: null },
];

/** What was written of one work, with the entries themselves in the place of codes. */
function told(
  written: Readonly<Record<Area, Buffer>>,
  { institutions, addresses, sources, topics }: Dictionaries,
): object {
  const { works, mentions, ...texts } = written;
  const numbers = Buffer.from(works);
  const entry = (place: number, of: { value(code: number): unknown }): unknown => {
    const code = numbers.readInt32LE(place);
    numbers.writeInt32LE(0, place);
    return code === NO_NUMBER ? null : of.value(code);
  };
  return {
    source: entry(PLACES.source, sources),
    topic: entry(PLACES.topic, topics),
    counts: [numbers.readInt32LE(PLACES.authorships), numbers.readInt32LE(PLACES.authors)],
    numbers: numbers.toString('hex'),
    texts: Object.fromEntries(Object.entries(texts).map(([text, bytes]) => [text, bytes.toString('latin1')])),
    mentions: mentionsIn(mentions).map(([row, author, of, code, address]) => [
      row,
      author,
      of,
      institutions.value(code),
      address === 0 ? null : said(addresses.entries[address - 1]),
    ]),
  };
}

/** But for what depends on lines that were read before. */
function said({ shared, place, how, reason }: AddressMention): object {
  return { shared, place, how, reason };
}

/** Row, author, how many of hers, and codes of each mention and its address in what a scanner wrote. */
export function mentionsIn(written: Buffer): number[][] {
  return Array.from({ length: written.length / 20 }, (_, i) =>
    [0, 4, 8, 12, 16].map((place) => written.readInt32LE(i * 20 + place)),
  );
}

function nothing(): Record<Area, Buffer> {
  return Object.fromEntries(AREAS.map((area) => [area, Buffer.alloc(0)])) as Record<Area, Buffer>;
}

const shared = new WorkScanner();

/** A scanner and `extract`, each with dictionaries of its own, reading the same lines one after the other. */
export class Pair {
  private readonly scanned = new Dictionaries();
  private readonly parsed = new Dictionaries();
  private written = nothing();
  private readonly rows = new WorkRows();
  private readonly work = emptyWork();

  /** A segment of its own; the scanner may have met before what it meets now. */
  constructor(private readonly scanner = shared) {
    scanner.begin(
      this.scanned,
      (area, rows) => (this.written[area] = Buffer.concat([this.written[area], rows])),
    );
  }

  /** What the scanner tells of a line; null where it is not sure. */
  scan(line: Buffer | string): object | null {
    const bytes = Buffer.from(line);
    // Bytes that are no UTF-8 are not for the scanner.
    if (!isUtf8(bytes)) return null;
    // The line stands amid others, as it does in a file.
    const before = Buffer.from('"},\n');
    const around = Buffer.concat([before, bytes, Buffer.from('\n{"id":1}\n')]);
    this.scanner.load(around);
    const end = before.length + bytes.length + 1;
    const { stop, at, records } = this.scanner.scan(before.length, end, 0, 2);
    this.written = nothing();
    this.scanner.flush();
    const { written } = this;
    if (stop !== 'done') {
      deepStrictEqual({ at, written }, { at: before.length, written: nothing() });
      return null;
    }
    deepStrictEqual({ at, records }, { at: end, records: 1 });
    return told(written, this.scanned);
  }

  /** What `JSON.parse` and `extract` tell of it; null where either refuses. */
  parse(line: Buffer | string): object | null {
    try {
      extract(JSON.parse(Buffer.from(line).toString('utf8')), this.parsed, this.work);
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof BadRecord) return null;
      throw error;
    }
    this.rows.clear();
    this.rows.add(this.work, 1);
    const written = AREAS.map((area) => [area, this.rows.areas[area].view()] as const);
    return told({ ...nothing(), ...Object.fromEntries(written) }, this.parsed);
  }
}

/** The scanner must be silent or agree; whether it answered. */
export function agrees(line: Buffer | string, pair = primed()): boolean {
  const scanned = pair.scan(line);
  const parsed = pair.parse(line);
  if (scanned !== null) deepStrictEqual(scanned, parsed);
  return scanned !== null;
}

/** A pair that has met the record's institutions, source and topic before. */
export function primed(): Pair {
  const pair = new Pair();
  const line = JSON.stringify(RECORD);
  deepStrictEqual(pair.scan(line), pair.parse(line));
  return pair;
}
