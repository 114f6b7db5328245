import type { Specialisation, SpecialisationRow } from '../analyses/specialisation/question.ts';
import type { Figure, WithNotes } from './figure.ts';
import { distinctNames } from './names.ts';
import { interval, type Language, nameIn, number, whole } from '../base/index.ts';
import { HUES } from './palette.ts';
import { drawWhiskers } from './parts/whiskers.ts';
import { fromTo, inBrackets, range, times } from './format-text.ts';
import { COLUMNS } from './words/columns.ts';
import { COMMON } from './words/common.ts';
import { OUTPUT } from './words/output.ts';

/** Location quotients of one place by field, each with its interval, on a scale of ratios around 1. */
export function specialisationFigure(
  answer: Specialisation & WithNotes,
  slot: number,
  language: Language,
): Figure {
  const words = OUTPUT[language].fields;
  const columns = COLUMNS[language];
  const rows = answer.rows.toSorted((a, b) => (b.quotient ?? -1) - (a.quotient ?? -1));
  const names = distinctNames(
    rows.map(({ field }) => field),
    language,
  );
  const drawn = rows.filter(({ quotient }) => quotient !== null);
  return {
    name: 'fields',
    title: fieldsTitle(answer, language),
    subtitle: words.subtitle(nameIn(answer.baseline, language)),
    about: answer.told,
    synthetic: answer.synthetic,
    ...(drawn.length === 0 ? { empty: whyNot(rows, language) } : {}),
    numbers: {
      columns: [
        { title: columns.field },
        { title: words.quotient, digits: 2 },
        { title: columns.from, digits: 2 },
        { title: columns.to, digits: 2 },
        { title: columns.share, digits: 1 },
        { title: columns.works, digits: 0 },
        { title: columns.reason },
      ],
      rows: rows.map((row) => [
        names.get(String(row.field.id))!,
        row.quotient,
        ...(row.interval ?? [null, null]),
        row.share,
        row.works,
        row.reason?.[language] ?? null,
      ]),
    },
    draw: (space) =>
      drawWhiskers(
        space,
        [
          {
            name: nameIn(answer.place, language),
            colour: HUES[slot % HUES.length],
            shape: 0,
            marks: drawn.map((row) => ({
              label: names.get(String(row.field.id))!,
              value: row.quotient,
              ends: row.interval,
              faded: row.fewWorks,
              text: quotientText(row, language),
            })),
          },
        ],
        {
          language,
          log: true,
          reference: 1,
          sides: [COMMON[language].lessThanElsewhere, COMMON[language].moreThanElsewhere],
          ticks: (value) => number(value, language),
        },
      ),
  };
}

const round = (value: number): number => Number(value.toPrecision(3));

function quotientText({ quotient, interval: ends }: SpecialisationRow, language: Language): string {
  const value = number(round(quotient!), language);
  if (ends === null) return value;
  return value + inBrackets(interval([round(ends[0]), round(ends[1])], number, language), language);
}

function whyNot(rows: readonly SpecialisationRow[], language: Language): string {
  const reason = rows.find((row) => row.reason !== null)?.reason?.[language];
  return reason ?? COMMON[language].noWorks;
}

/** In how many fields, and the one that is surest to be high. */
function fieldsTitle({ place, diversity, clear, fields, rows }: Specialisation, language: Language): string {
  const words = OUTPUT[language].fields;
  const name = nameIn(place, language);
  if (diversity.value === null) return words.undefined(name);
  const between =
    diversity.interval === null ? '' : inBrackets(range(diversity.interval, whole, language), language);
  if (diversity.value === 0) return words.none(name, fields, between);
  const sure = rows
    .filter(
      ({ section, interval: ends, fewWorks }) =>
        section === 'specialised' && !fewWorks && (ends?.[0] ?? 0) > 1,
    )
    .sort((a, b) => b.interval![0] - a.interval![0]);
  const count = words.some(name, diversity.value, fields, between, clear);
  if (sure.length === 0) return count;
  const [top] = sure;
  const ends = fromTo(top.interval, times, language);
  return count + words.top(nameIn(top.field, language), times(top.quotient!, language), ends);
}
