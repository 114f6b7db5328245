import type { LinkRow, Links } from '../analyses/links/question.ts';
import type { Figure, WithNotes } from './figure.ts';
import { distinctNames } from './names.ts';
import { interval, type Language, nameIn, number } from '../base/index.ts';
import { HUES } from './palette.ts';
import { drawWhiskers } from './parts/whiskers.ts';
import { clauses, fromTo, inBrackets, side, times } from './format-text.ts';
import { COLUMNS } from './words/columns.ts';
import { COMMON } from './words/common.ts';
import { OUTPUT } from './words/output.ts';

/** With whom one place works, against what the sizes of both make likely: those with most joint works. */
export function partnersFigure(
  links: Links & WithNotes,
  place: { readonly id: string; readonly name: string; readonly nameZh: string | null },
  slot: number,
  language: Language,
): Figure {
  const words = OUTPUT[language].partners;
  const columns = COLUMNS[language];
  const partner = (row: LinkRow): LinkRow['a'] => (row.a.id === place.id ? row.b : row.a);
  const rows = links.rows.toSorted((a, b) => (b.ratio ?? -1) - (a.ratio ?? -1));
  const drawn = rows.filter(({ ratio }) => ratio !== null);
  const name = nameIn(place, language);
  const names = distinctNames(rows.map(partner), language);
  const nameOfPartner = (row: LinkRow): string => names.get(partner(row).id)!;
  return {
    name: 'partners',
    title: partnersTitle(drawn, name, nameOfPartner, language),
    subtitle: words.subtitle(rows.length),
    about: links.told,
    synthetic: links.synthetic,
    ...(drawn.length === 0 ? { empty: words.none } : {}),
    numbers: {
      columns: [
        { title: columns.id },
        { title: columns.partner },
        { title: columns.jointWorks, digits: 0 },
        { title: columns.expected, digits: 1 },
        { title: columns.ratio, digits: 2 },
        { title: columns.from, digits: 2 },
        { title: columns.to, digits: 2 },
      ],
      rows: rows.map((row) => [
        partner(row).id,
        nameOfPartner(row),
        row.works,
        row.expected,
        row.ratio,
        ...(row.ratioInterval ?? [null, null]),
      ]),
    },
    draw: (space) =>
      drawWhiskers(
        space,
        [
          {
            name,
            colour: HUES[slot % HUES.length],
            shape: 0,
            marks: drawn.map((row) => ({
              label: nameOfPartner(row),
              value: row.ratio,
              ends: row.ratioInterval,
              faded: row.fewWorks,
              text: words.works(ratioText(row, language), row.works),
            })),
          },
        ],
        {
          language,
          log: true,
          reference: 1,
          sides: [COMMON[language].belowExpected, COMMON[language].aboveExpected],
          ticks: (value) => number(value, language),
        },
      ),
  };
}

const short = (value: number): number => Number(value.toPrecision(3));

function ratioText({ ratio, ratioInterval }: LinkRow, language: Language): string {
  const value = number(ratio === null ? null : short(ratio), language);
  if (ratioInterval === null) return value;
  const ends = interval([short(ratioInterval[0]), short(ratioInterval[1])], number, language);
  return value + inBrackets(ends, language);
}

/** How many are surely above what size explains and how many below, and the one that is surest to be above. */
function partnersTitle(
  rows: readonly LinkRow[],
  name: string,
  nameOfPartner: (row: LinkRow) => string,
  language: Language,
): string {
  const words = OUTPUT[language].partners;
  if (rows.length === 0) return words.title(name);
  // Under ten joint works a ratio says little, whatever its interval.
  const enough = rows.filter(({ fewWorks }) => !fewWorks);
  if (enough.length === 0) return words.few(name);
  const above = enough
    .filter(({ ratioInterval }) => side(ratioInterval, 1) === 'above')
    .sort((a, b) => b.ratioInterval![0] - a.ratioInterval![0]);
  const below = enough.filter(({ ratioInterval }) => side(ratioInterval, 1) === 'below');
  const counts = words.counts(name, enough.length, above.length, below.length);
  if (above.length === 0) return counts;
  const [top] = above;
  const interval = fromTo(top.ratioInterval, times, language);
  return clauses([counts, words.top(nameOfPartner(top), times(top.ratio!, language), interval)], language);
}
