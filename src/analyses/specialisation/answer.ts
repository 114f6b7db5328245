import { type Matrix, ubiquity, variety } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { baselineOf } from '../field-table/baseline.ts';
import { fieldNames } from '../field-table/level.ts';
import { clarityOfUnit } from '../field-table/minimum.ts';
import { fieldTable, relatingCities, specialisedCities } from '../field-table/reference.ts';
import { cityFields, unitSums } from '../field-table/sums.ts';
import { Population } from '../population/population.ts';
import { describe } from './about.ts';
import { evennessOf } from './evenness.ts';
import { diversityOf, drawnOf, ownSpecialisations, ruleOf, sensitivityOf } from './own.ts';
import type { Specialisation, SpecialisationParams } from './question.ts';
import { fieldQuotients } from './quotients.ts';
import { rowsOf } from './rows.ts';
import { standingOf, withoutSign, withoutStanding } from './standing.ts';
import { renderBoth } from '../../base/index.ts';
import { messages } from './messages.ts';
import { subjectOf } from './subject.ts';

export async function answer(observatory: Observatory, given: SpecialisationParams): Promise<Specialisation> {
  const population = await Population.of(observatory, given);
  const subject = await subjectOf(observatory, given);
  const { place } = subject;
  const baseline = await baselineOf(observatory, given.baseline, [place], subject.cities);
  const names = await fieldNames(observatory, given.of);
  const table = fieldTable(await cityFields(observatory, population, given.of, baseline), given.enough, []);
  const members = new Map([[place.id, subject.cities]]);
  const sums = await unitSums(observatory, population, given.of, baseline, members);

  const quotients = fieldQuotients(sums, place.id, population.works, given.level);
  const reason = quotients.find(({ quotient }) => quotient === null)?.reason ?? null;
  const told = quotients.length > 0 && reason === null;
  const own = ownSpecialisations(sums, place.id, ruleOf(given), told);
  const drawn = drawnOf(sums, place.id, given, told);
  const cities = specialisedCities(table, ruleOf(given));
  const relating = relatingCities(cities, table.enough, subject.cities);
  const specialised = new Set(own.columns.filter((_, j) => own.values[j] === 1));
  const clarity = clarityOfUnit(sums, place.id, population.works, specialised);
  const below = told && !given.belowMinimum && clarity.reason !== null ? renderBoth(clarity.reason) : null;
  const all = standingOf({ own, drawn, cities, relating, level: given.level });
  const unsigned = told && !given.belowMinimum && all.complexity.anchor?.weak === true;
  const standing = below !== null ? withoutStanding(all, below) : unsigned ? withoutSign(all) : all;
  const mine = [...sums.units.get(place.id)!.values()];
  const answered = {
    place,
    of: given.of,
    baseline: { id: baseline.id, name: baseline.name, nameZh: baseline.nameZh },
    variety: variety(mine.map(({ share }) => share)),
    fields: quotients.length,
    clear: clarity.clear,
    diversity: diversityOf(
      own,
      drawn,
      told ? null : (reason ?? renderBoth(messages.noFields())),
      given.level,
    ),
    ...evennessOf(mine, population.works, given.level),
    complexity: standing.complexity,
    outlook: standing.outlook,
    sensitivity: told
      ? sensitivityOf(all.found, table, sums, place.id, given).map((one) =>
          below === null && !unsigned ? one : { ...one, complexity: null, rank: null },
        )
      : [],
  };
  const rows = rowsOf(
    {
      quotients,
      standing: standing.fields,
      specialised,
      below,
      cities: ubiquities(cities),
      names,
      related: relating !== null,
    },
    given,
  );
  const about = await describe(observatory, population, given, {
    ...{ subject, baseline, relating, enough: cities.rows.length, answered, below: clarity.reason },
  });
  return { ...answered, rows, about };
}

/** In how many cities each field is a specialisation. */
function ubiquities(cities: Matrix): ReadonlyMap<string, number> {
  const counts = ubiquity(cities);
  return new Map(cities.columns.map((field, j) => [field, counts[j]]));
}
