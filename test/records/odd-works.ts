/** Works in which whatever may differ between readers differs: blanks, cases, old forms of ids, nulls of every depth. */
export const W = 'https://openalex.org/W';
export const institution = (id: string | null, name: string | null, more: object = {}): object => ({
  id,
  display_name: name,
  ror: null,
  country_code: 'FR',
  lineage: null,
  ...more,
});

export const ODD_WORKS: readonly object[] = [
  {
    id: `${W}1`,
    doi: 'https://doi.org/10.1/x',
    title: 'Not shown',
    display_name: 'Shown, "so"\nto say',
    publication_year: 2015,
    type: 'article',
    is_xpac: true,
    is_authors_truncated: false,
    cited_by_count: 12,
    primary_location: {
      source: {
        id: 'https://openalex.org/S9',
        display_name: 'J',
        issn_l: '0022-137x',
        issn: ['0022-137X', '1537-5269'],
      },
    },
    host_venue: { id: 'https://openalex.org/V1', display_name: 'Never asked' },
    primary_topic: {
      id: 'https://openalex.org/T10398',
      display_name: 'Sediment',
      subfield: { id: 'https://openalex.org/subfields/1904', display_name: 'Earth-Surface Processes' },
      field: { id: 'https://openalex.org/fields/19', display_name: 'Earth' },
      domain: { id: 'https://openalex.org/domains/3', display_name: ' ' },
    },
    authorships: [
      {
        author: { id: 'https://openalex.org/A1' },
        institutions: [
          institution('https://openalex.org/I5', 'CNRS', {
            ror: 'https://ror.org/02feahw73',
            lineage: ['https://openalex.org/I5', 'nonsense'],
          }),
          institution('https://openalex.org/I5', 'Centre national', { lineage: [] }),
          institution(' https://openalex.org/I5 ', null, {
            country_code: 'fr',
            ror: 'HTTPS://ROR.org/02FEAHW73/',
          }),
          institution(null, '  '),
          institution('A7', 'An id of another kind', { ror: '0lllllll9' }),
        ],
        countries: ['FR'],
      },
      { author: { id: 'https://openalex.org/A2' }, institutions: [], countries: ['de'] },
      { author: { id: null }, institutions: null, countries: ['DE', 'FR'] },
      { author: null, institutions: [institution(null, null)], countries: null },
      {
        author: { id: 'https://openalex.org/A1' },
        institutions: [institution(null, 'Universität Köln')],
        countries: [],
      },
      {
        author: { id: 'https://openalex.org/A2' },
        institutions: [institution(null, 'Universitat Koln')],
        countries: [],
      },
      {
        author: { id: 'https://openalex.org/A0' },
        institutions: [institution(null, '…'), institution(null, 'A NUL\0 inside')],
        countries: ['Germany'],
      },
    ],
    updated_date: '2026-01-02T03:04:05.678901',
    synthetic: 'a “made-up” world',
  },
  {
    id: `${W}0002`,
    display_name: '\u00a0\u2003\ufeff\t',
    title: `${'a'.repeat(998)}𠮷𠮷𠮷`,
    type: 'journal-article',
    is_retracted: true,
    host_venue: {
      id: 'https://openalex.org/V12',
      issn_l: null,
      issn: ['1234-5678', '1234-5678'],
      display_name: 'Old',
    },
    topics: [
      {
        id: 'https://openalex.org/T10398',
        display_name: 'Later name',
        subfield: { id: '1904' },
        field: { id: '19' },
        domain: { id: 'domains/3' },
      },
    ],
    authorships: [],
  },
  {
    id: 'w3',
    synthetic: ' ',
    authorships: [
      {
        author: { id: null },
        institutions: [{ id: 'https://openalex.org/I-1', display_name: 'Unknown', country_code: 'DE' }],
        countries: ['DE'],
      },
    ],
    type: ' ',
    primary_topic: { id: 'https://openalex.org/T7', subfield: { id: 'x' } },
    host_venue: { id: null },
  },
  {
    id: 'https://openalex.org/works/W4',
    title: 'b'.repeat(1001),
    doi: '',
    is_paratext: true,
    updated_date: '',
  },
  { id: 'https://api.openalex.org/W5', publication_year: -44, type: 'posted-content', authorships: null },
];

const I5 = institution('https://openalex.org/I5', 'Universität zu Köln', { country_code: 'DE' });
const I6 = institution('https://openalex.org/I6', 'CNRS');
const PARIS = 'CNRS, 75016 Paris, France';
const COLOGNE = 'Universität zu Köln, 50923 Köln, Germany';
const at = (string: string | null, ids: readonly (string | null)[] | null): object => ({
  raw_affiliation_string: string,
  institution_ids: ids,
});

/** Works in which whatever may differ in the addresses of authors differs: who is at which, blanks, nulls of every depth. */
export const ADDRESSED_WORKS: readonly object[] = [
  {
    id: `${W}11`,
    authorships: [
      // Each at her own, both at one, and one that none names.
      {
        institutions: [I5, I6],
        raw_affiliation_strings: [COLOGNE, PARIS],
        affiliations: [at(COLOGNE, ['https://openalex.org/I5']), at(PARIS, ['https://openalex.org/I6'])],
      },
      {
        institutions: [I6, I5],
        affiliations: [at(`${COLOGNE}; ${PARIS}`, ['https://openalex.org/I5', 'https://openalex.org/I6'])],
      },
      {
        institutions: [I5, I6],
        affiliations: [at(PARIS, ['i6', null, 'nonsense']), at(null, ['I5']), at(' \u00a0', ['I5'])],
      },
      // Several strings of one, and one written in ways that are the same or not.
      {
        institutions: [I5],
        affiliations: [at(COLOGNE, ['I5']), null, at(PARIS, ['I5', 'I5']), at(COLOGNE, null)],
      },
      {
        institutions: [
          I5,
          I5,
          institution(' https://openalex.org/I5 ', 'Universität zu Köln', { country_code: 'DE' }),
          institution(null, 'Universität zu Köln'),
          institution(null, ' '),
        ],
        affiliations: [
          at('Köln "Süd"\n\\', ['https://api.openalex.org/I5']),
          at('A NUL\0 inside, Paris', ['I5']),
        ],
      },
    ],
  },
  {
    id: `${W}12`,
    authorships: [
      // Without affiliations: one string of two, two of one, two of two, none.
      { institutions: [I5, I6], raw_affiliation_strings: [PARIS] },
      { institutions: [I6], raw_affiliation_strings: [PARIS, null, 'Laboratoire, Paris, France', ''] },
      { institutions: [I6], raw_affiliation_strings: [PARIS, COLOGNE], affiliations: [] },
      { institutions: [I5, I6], raw_affiliation_strings: [PARIS, COLOGNE], affiliations: [at(' ', ['I5'])] },
      { institutions: [I6, I5, null], raw_affiliation_strings: [COLOGNE, PARIS], affiliations: [null] },
      { institutions: [I5, I6], raw_affiliation_strings: [null, '\u3000'], affiliations: null },
      // Nobody: all strings, or those of affiliations.
      { institutions: [], countries: ['FR'], raw_affiliation_strings: [PARIS, 'Lyon, France'] },
      { institutions: null, countries: ['FR'], affiliations: [at(PARIS, []), at('Nowhere', ['I5'])] },
      { institutions: [institution(null, null)], countries: null, raw_affiliation_strings: ['Kyoto'] },
      { author: { id: 'https://openalex.org/A1' }, countries: ['FR'], raw_affiliation_strings: [PARIS] },
      {
        author: { id: 'https://openalex.org/A1' },
        institutions: [I6],
        raw_affiliation_strings: ['Lyon, France'],
      },
    ],
  },
  // The same strings at other institutions, after a work that has none.
  { id: `${W}13`, authorships: [{ institutions: [I5] }, { institutions: [] }] },
  {
    id: `${W}14`,
    authorships: [
      { institutions: [I6], raw_affiliation_strings: [COLOGNE] },
      { institutions: [I5], raw_affiliation_strings: [COLOGNE], affiliations: [at(COLOGNE, ['I5'])] },
    ],
  },
];
