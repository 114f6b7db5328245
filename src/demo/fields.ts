/** A subfield of OpenAlex's classification with its parents, and how often the synthetic world writes in it. */
export interface Subfield {
  /** ASJC code, the number in `https://openalex.org/subfields/1702`. */
  readonly id: number;
  readonly name: string;
  readonly field: { readonly id: number; readonly name: string };
  readonly domain: { readonly id: number; readonly name: string };
  /** Relative frequency in the world; a parameter of the demonstration, not a measurement. */
  readonly weight: number;
}

const DOMAINS = ['Life Sciences', 'Social Sciences', 'Physical Sciences', 'Health Sciences'];

/**
 * `domain field name | weight | subfield name; …`. Ids and names of OpenAlex's 4 domains and 26 fields (those of
 * Scopus' ASJC), and of some subfields of each. Source: the classification as OpenAlex publishes it (CC0).
 */
const TABLE = `
1 11 Agricultural and Biological Sciences | 6 | 1102 Agronomy and Crop Science; 1103 Animal Science and Zoology; 1104 Aquatic Science; 1105 Ecology, Evolution, Behavior and Systematics; 1106 Food Science; 1110 Plant Science
2 12 Arts and Humanities | 4 | 1202 History; 1203 Language and Linguistics; 1204 Archeology; 1208 Literature and Literary Theory; 1211 Philosophy
1 13 Biochemistry, Genetics and Molecular Biology | 8 | 1304 Biophysics; 1305 Biotechnology; 1306 Cancer Research; 1307 Cell Biology; 1311 Genetics; 1312 Molecular Biology
2 14 Business, Management and Accounting | 3 | 1402 Accounting; 1403 Business and International Management; 1405 Management of Technology and Innovation; 1408 Strategy and Management
3 15 Chemical Engineering | 2 | 1502 Bioengineering; 1503 Catalysis; 1507 Fluid Flow and Transfer Processes; 1508 Process Chemistry and Technology
3 16 Chemistry | 5 | 1602 Analytical Chemistry; 1604 Inorganic Chemistry; 1605 Organic Chemistry; 1607 Spectroscopy
3 17 Computer Science | 10 | 1702 Artificial Intelligence; 1703 Computational Theory and Mathematics; 1705 Computer Networks and Communications; 1706 Computer Science Applications; 1707 Computer Vision and Pattern Recognition; 1710 Information Systems; 1711 Signal Processing
2 18 Decision Sciences | 1 | 1802 Information Systems and Management; 1803 Management Science and Operations Research; 1804 Statistics, Probability and Uncertainty
3 19 Earth and Planetary Sciences | 3 | 1902 Atmospheric Science; 1907 Geology; 1908 Geophysics; 1910 Oceanography
2 20 Economics, Econometrics and Finance | 3 | 2000 General Economics, Econometrics and Finance; 2002 Economics and Econometrics; 2003 Finance
3 21 Energy | 2 | 2102 Energy Engineering and Power Technology; 2105 Renewable Energy, Sustainability and the Environment
3 22 Engineering | 12 | 2202 Aerospace Engineering; 2203 Automotive Engineering; 2204 Biomedical Engineering; 2205 Civil and Structural Engineering; 2207 Control and Systems Engineering; 2208 Electrical and Electronic Engineering; 2210 Mechanical Engineering; 2211 Mechanics of Materials
3 23 Environmental Science | 5 | 2303 Ecology; 2305 Environmental Engineering; 2306 Global and Planetary Change; 2307 Health, Toxicology and Mutagenesis; 2310 Pollution; 2312 Water Science and Technology
1 24 Immunology and Microbiology | 2 | 2402 Applied Microbiology and Biotechnology; 2403 Immunology; 2405 Parasitology; 2406 Virology
3 25 Materials Science | 7 | 2502 Biomaterials; 2504 Electronic, Optical and Magnetic Materials; 2505 Materials Chemistry
3 26 Mathematics | 3 | 2604 Applied Mathematics; 2608 Geometry and Topology; 2611 Modeling and Simulation; 2613 Statistics and Probability
4 27 Medicine | 19 | 2705 Cardiology and Cardiovascular Medicine; 2712 Endocrinology, Diabetes and Metabolism; 2713 Epidemiology; 2725 Infectious Diseases; 2728 Neurology; 2730 Oncology; 2739 Public Health, Environmental and Occupational Health; 2740 Pulmonary and Respiratory Medicine; 2741 Radiology, Nuclear Medicine and Imaging; 2746 Surgery
1 28 Neuroscience | 2 | 2804 Cellular and Molecular Neuroscience; 2805 Cognitive Neuroscience; 2809 Sensory Systems
4 29 Nursing | 1 | 2910 Issues, ethics and legal aspects; 2911 Leadership and Management; 2916 Nutrition and Dietetics
1 30 Pharmacology, Toxicology and Pharmaceutics | 1 | 3004 Pharmacology; 3005 Toxicology
3 31 Physics and Astronomy | 5 | 3103 Astronomy and Astrophysics; 3106 Nuclear and High Energy Physics; 3107 Atomic and Molecular Physics, and Optics; 3108 Radiation
2 32 Psychology | 3 | 3202 Applied Psychology; 3203 Clinical Psychology; 3204 Developmental and Educational Psychology; 3207 Social Psychology
2 33 Social Sciences | 8 | 3303 Development; 3304 Education; 3305 Geography, Planning and Development; 3308 Law; 3312 Sociology and Political Science; 3313 Transportation; 3322 Urban Studies
4 34 Veterinary | 0.5 | 3404 Small Animals
4 35 Dentistry | 0.5 | 3504 Oral Surgery; 3506 Periodontics
4 36 Health Professions | 1 | 3600 General Health Professions; 3605 Health Information Management; 3612 Physical Therapy, Sports Therapy and Rehabilitation; 3614 Radiological and Ultrasound Technology
`;

/** The subfields of the synthetic world, by id. Within a field the earlier of its list is the more frequent (1/rank). */
export const SUBFIELDS: readonly Subfield[] = TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [head, weight, list] = line.split(' | ') as [string, string, string];
    const [, domain, id, name] = /^(\d) (\d\d) (.+)$/.exec(head)!;
    const subfields = list.split('; ');
    const harmonic = subfields.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
    return subfields.map((subfield, rank) => ({
      id: Number(subfield.slice(0, 4)),
      name: subfield.slice(5),
      field: { id: Number(id), name: name },
      domain: { id: Number(domain), name: DOMAINS[Number(domain) - 1] },
      weight: Number(weight) / harmonic / (rank + 1),
    }));
  });

/** Topics and sources are invented: so many a subfield, and named so. */
export const TOPICS_PER_SUBFIELD = 4;
export const SOURCES_PER_SUBFIELD = 6;
