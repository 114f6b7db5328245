import { deepStrictEqual } from 'node:assert';
import { isUtf8 } from 'node:buffer';
import type { Field } from '../../src/records/csv-file.ts';
import { Dictionaries } from '../../src/records/dictionary.ts';
import { BadRecord, extract } from '../../src/records/extract.ts';
import { WorkScanner } from '../../src/records/scanner.ts';
import { mentionRows, workRow } from '../../src/records/segment.ts';
import { emptyWork } from '../../src/records/work.ts';

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
    { author: { id: 'https://openalex.org/A2' }, institutions: [], countries: ['FR'] },
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

/** A row of CSV as `CsvFile` writes it. */
function csv(fields: readonly Field[]): string {
  const cell = (field: Field): string => {
    if (field === null) return '';
    if (typeof field === 'boolean') return field ? '1' : '0';
    // As UTF-8 has it: a lone surrogate becomes U+FFFD.
    const text = Buffer.from(String(field)).toString();
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${fields.map(cell).join(',')}\n`;
}

/** Rows of a work, with the entries themselves in the place of codes. */
function told(works: string, mentions: string, { institutions, sources, topics }: Dictionaries): object {
  const [, fields, source, topic, counts] = /^(.*),(\d*),(\d*),(\d+,\d+)\n$/s.exec(works)!;
  return {
    fields,
    counts,
    source: source === '' ? null : sources.entries[Number(source) - 1],
    topic: topic === '' ? null : topics.entries[Number(topic) - 1],
    mentions: mentions.split('\n').map((row) => {
      const [, mention, code] = /^(.*),(\d+)$/.exec(row) ?? [];
      return [mention, institutions.entries[Number(code) - 1]];
    }),
  };
}

const shared = new WorkScanner();

/** A scanner and `extract`, each with dictionaries of its own, reading the same lines one after the other. */
export class Pair {
  private readonly scanned = new Dictionaries();
  private readonly parsed = new Dictionaries();
  private readonly rows = { works: '', mentions: '' };
  private readonly work = emptyWork();

  /** A segment of its own; the scanner may have met before what it meets now. */
  constructor(private readonly scanner = shared) {
    scanner.begin(this.scanned, (relation, rows) => (this.rows[relation] += rows.toString()));
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
    this.rows.works = this.rows.mentions = '';
    this.scanner.flush();
    const { works, mentions } = this.rows;
    if (stop !== 'done') {
      deepStrictEqual({ at, works, mentions }, { at: before.length, works: '', mentions: '' });
      return null;
    }
    deepStrictEqual({ at, records }, { at: end, records: 1 });
    return told(works, mentions, this.scanned);
  }

  /** What `JSON.parse` and `extract` tell of it; null where either refuses. */
  parse(line: Buffer | string): object | null {
    try {
      extract(JSON.parse(Buffer.from(line).toString('utf8')), this.parsed, this.work);
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof BadRecord) return null;
      throw error;
    }
    return told(csv(workRow(this.work, 1)), mentionRows(this.work, 1).map(csv).join(''), this.parsed);
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
