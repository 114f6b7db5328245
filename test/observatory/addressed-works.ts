const HARBIN = {
  id: 'https://openalex.org/I1',
  display_name: 'Harbour Technical University',
  country_code: 'CN',
  lineage: ['https://openalex.org/I1'],
};
/** The head office of both works, in Harbin. */
export const INSTITUTION = JSON.stringify({
  ...HARBIN,
  type: 'education',
  geo: { geonames_city_id: '2037013', country_code: 'CN', latitude: 45.75, longitude: 126.65 },
});
/** A work of one author there, with these address strings. */
export const workWith = (number: number, strings: readonly string[]): string =>
  JSON.stringify({
    id: `https://openalex.org/W${number}`,
    publication_year: 2020,
    type: 'article',
    authorships: [{ institutions: [HARBIN], raw_affiliation_strings: strings }],
  });

/** Two works of one institution: the address of the first is in Shenzhen, that of the second in Harbin. */
export const ADDRESSED = [
  workWith(1, ['Harbour Technical University, Shenzhen, China']),
  workWith(2, ['Harbour Technical University, Harbin, China']),
];
