// Gives generated works as many institutions, sources, topics and address strings as OpenAlex has, heavy-tailed: the
// demonstration's own world has 1,407 institutions and some 700 sources, which any reader remembers without noticing.

/** As many as OpenAlex had in 2026, rounded; topics are those of its classification. */
export const DIMENSIONS = { institutions: 120_000, sources: 250_000, topics: 4_500, strings: 20_000_000 };

/** Of an authorship's institutions so many are drawn from all, most of which no file of institutions has; the rest stay. */
const DRAWN = 0.75;
const COUNTRIES = 'CN US GB DE JP FR IN IT KR CA AU ES BR RU NL IR PL TR SE CH'.split(' ');
const TYPES = [
  'education',
  'company',
  'facility',
  'healthcare',
  'government',
  'nonprofit',
  'archive',
  'other',
];

/** Rewrites lines of `lineWriter`; the same line and seed give the same line. */
export function widened(seed, { institutions, sources, topics, strings } = DIMENSIONS) {
  const institution = remembered((n) => {
    const id = `https://openalex.org/I98${digits(n, 8)}`;
    const above = n % 5 === 0 && n > 0 ? [`https://openalex.org/I98${digits(Math.floor(n / 20), 8)}`] : [];
    return {
      id,
      display_name: `Unlisted ${TYPES[n % TYPES.length]} institution ${n} (synthetic)`,
      ror: n % 10 === 0 ? null : `https://ror.org/0zz${base32(n)}00`,
      country_code: COUNTRIES[n % COUNTRIES.length],
      type: TYPES[n % TYPES.length],
      lineage: [id, ...above],
    };
  });
  const source = remembered((n) => ({
    id: `https://openalex.org/S98${digits(n, 7)}`,
    display_name: `Synthetic Journal ${n} of ${word(n)} ${word(n * 31 + 7)}`,
    issn_l: `${digits(n % 10_000, 4)}-${digits(Math.floor(n / 25), 4)}`,
    issn: [`${digits(n % 10_000, 4)}-${digits(Math.floor(n / 25), 4)}`],
    is_oa: n % 2 === 0,
    is_core: n % 4 === 0,
    host_organization_name: `Synthetic Press ${n % 9000}`,
    type: 'journal',
  }));
  return (line) => {
    const work = JSON.parse(line);
    const random = mulberry(seed ^ hash(work.id));
    // Ranks by a power of a uniform number: density falls as rank^(1/k − 1), so that half of all fall on a few percent.
    const rank = (of, k) => Math.floor(of * random() ** k);
    if (work.primary_topic) {
      const n = rank(topics, 2);
      const own = work.primary_topic;
      work.primary_topic = {
        ...own,
        id: `https://openalex.org/T98${digits(n, 5)}`,
        display_name: `Synthetic topic ${n} of ${own.subfield.display_name}`,
      };
      if (work.topics?.length > 0) work.topics = [work.primary_topic];
    }
    if (work.primary_location?.source) work.primary_location.source = source(rank(sources, 4));
    if (work.host_venue?.id) work.host_venue = source(rank(sources, 4));
    for (const authorship of work.authorships) {
      if (authorship.institutions.length === 0) continue;
      const older = authorship.raw_affiliation_strings === undefined;
      authorship.institutions = authorship.institutions.map((one) => {
        if (random() >= DRAWN) return one;
        const { lineage, ...drawn } = institution(rank(institutions, 4));
        return older ? drawn : { ...drawn, lineage };
      });
      if (older) continue;
      const named = authorship.institutions.map(
        ({ display_name }) =>
          `Department ${word(rank(strings, 6))} ${rank(strings, 3) % 9973}, ${display_name}`,
      );
      authorship.raw_affiliation_strings = named;
      authorship.affiliations = authorship.institutions.map(({ id }, i) => ({
        raw_affiliation_string: named[i],
        institution_ids: [id],
      }));
      authorship.countries = [...new Set(authorship.institutions.map(({ country_code }) => country_code))];
    }
    return JSON.stringify(work);
  };
}

const digits = (n, width) => String(n).padStart(width, '0');
/** Four digits of Crockford's base 32, as ROR's ids have them. */
const base32 = (n) =>
  [15, 10, 5, 0].map((bits) => '0123456789abcdefghjkmnpqrstvwxyz'[(n >> bits) & 31]).join('');

function remembered(make) {
  const known = new Map();
  return (n) => {
    let one = known.get(n);
    if (one === undefined) known.set(n, (one = make(n)));
    return one;
  };
}

const SYLLABLES = 'ba de fi go ku la me ni po ru sa te vi zo'.split(' ');
function word(n) {
  let text = '';
  for (let i = 0; i < 4; i++) {
    text += SYLLABLES[n % SYLLABLES.length];
    n = Math.floor(n / SYLLABLES.length);
  }
  return text;
}

function hash(text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Tommy Ettinger's mulberry32: uniform numbers in [0, 1) of a 32-bit seed. */
function mulberry(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
