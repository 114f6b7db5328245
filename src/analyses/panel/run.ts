import { messages as own } from './messages.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { makeAbout } from '../about/about.ts';
import { describeRegions } from '../places/definitions.ts';
import { incompleteAmong, sayIncomplete } from '../population/incomplete-years.ts';
import { linkFilter } from '../collaboration/question.ts';
import { outputs, type YearOutput } from '../output/output.ts';
import { pairPanel } from '../collaboration/pair-panel.ts';
import type { PlaceName } from '../places/names.ts';
import { Population } from '../population/population.ts';
import { citeOf } from './cite.ts';
import { dictionaryOf } from './columns.ts';
import { pairCells } from './pair-cells.ts';
import { fieldCells, panelFields, type PanelFields, placeCells } from './place-cells.ts';
import { type Candidates, candidatesOf, factsOf, overlapOf, type PlaceFacts } from './places.ts';
import { MOST_ROWS, type Panel, type PanelParams, type PanelRow } from './question.ts';
import { flagRegions, Insides } from './regions.ts';

export async function panelOf(observatory: Observatory, given: PanelParams): Promise<Panel> {
  refuseUnused(given);
  const population = await Population.of(observatory, given);
  const candidates = await candidatesOf(observatory, given);
  const output = await outputs(observatory, population, candidates.choice);
  const chosen = mostShare(candidates, output, given.top);
  const places = await factsOf(observatory, chosen, candidates.adHoc);
  const years = [...population.worksByYear.keys()].sort((a, b) => a - b);
  const insides = new Insides(await flagRegions(observatory, given.definition), places);
  const fields =
    given.of === 'places' && given.by !== null ? await panelFields(observatory, population, given.by) : null;
  refuseTooMany(given.of, places.length, years.length, fields);
  const rows = await rowsOf();
  const names = places.map(({ name }) => name);
  const incomplete = await incompleteAmong(observatory, population, given);
  const panel = {
    of: given.of,
    rows,
    places: names,
    years,
    byField: given.by !== null,
    zeros: zerosOf(rows),
  };
  const regions = await describeRegions(
    observatory,
    [...names.map(({ id }) => id), ...insides.used],
    candidates.adHoc,
  );
  const silent = yearsBetween(given, years);
  const about = makeAbout(observatory, population, {
    analysis: 'panel',
    counting: own.counting({ of: given.of }),
    interval: null,
    definitions: regions.definitions,
    warnings: [
      ...(given.of === 'pairs' ? [own.half(), own.together()] : []),
      ...sayIncomplete(incomplete, population),
      ...regions.warnings,
    ],
    notes: [
      ...(given.of === 'pairs'
        ? [
            own.filter({
              coaffiliation: given.coaffiliation,
              capped: given.capped,
              authorCap: observatory.manifest.authorCap,
            }),
          ]
        : []),
      own.zeros(),
      ...(places.length < candidates.places.length
        ? [own.chosen({ kept: places.length, of: candidates.places.length })]
        : []),
      ...(silent.length > 0 ? [own.withoutWorks({ years: silent })] : []),
      ...(given.of === 'pairs' && places.length < 2 ? [own.noPairs()] : []),
      ...(years.length === 1 ? [own.oneYear()] : []),
      ...(insides.used.length > 0 ? [own.policy()] : []),
      own.noInterval(),
      ...(places.some(({ name }) => name.kind === 'region') ? regions.notes : []),
    ],
  });
  return {
    about: { ...about, dictionary: dictionaryOf(panel), cite: citeOf(observatory, given, panel) },
    ...panel,
  };

  async function rowsOf(): Promise<PanelRow[]> {
    const question = { population, places, years, insides };
    if (fields !== null && given.by !== null)
      return fieldCells(observatory, question, fields, candidates.choice, given.by);
    if (given.of === 'places') return placeCells(question, output);
    refuseOverlap(places);
    const filter = linkFilter(population, given);
    const members = places.map(({ name, cities }) => ({ id: name.id, kind: name.kind, cities }));
    const pairs = await pairPanel(observatory, { population, places: members, years, filter });
    return pairCells(pairs, places, population, insides, output);
  }
}

/** What one of the two panels does not know is refused rather than passed over. */
function refuseUnused({ of, by, coaffiliation, capped, field, sector }: PanelParams): void {
  if (of === 'pairs' && by !== null) throw new InputError(own.pairsByField());
  if (of === 'places' && (!coaffiliation || capped)) throw new InputError(own.filtersOfPairs());
  if (of === 'places' && sector !== null && sector.length > 1) throw new InputError(own.sectorsOfPlaces());
  if (by !== null && field !== null && /^T\d+$/i.test(field.trim())) throw new InputError(own.topicByField());
}

/** Those that are named, or the first by Share, then by id. */
function mostShare(
  { places, named }: Candidates,
  output: readonly YearOutput[],
  top: number,
): readonly PlaceName[] {
  if (named || places.length <= top) return places;
  const totals = new Map<string, number>();
  for (const { unit, share } of output) totals.set(unit, (totals.get(unit) ?? 0) + share);
  // A millionth of a work is no order: so much is rounding of the tables.
  const of = ({ id }: PlaceName): number => Math.round((totals.get(id) ?? 0) * 1e6);
  return [...places].sort((a, b) => of(b) - of(a) || (a.id < b.id ? -1 : 1)).slice(0, top);
}

function refuseOverlap(places: readonly PlaceFacts[]): void {
  const both = overlapOf(places);
  if (both === null) return;
  const [a, b] = both.map(({ name }) => name);

  throw new InputError(own.overlap({ a, b }));
}

function refuseTooMany(of: Panel['of'], places: number, years: number, fields: PanelFields | null): void {
  const units = of === 'pairs' ? (places * (places - 1)) / 2 : places;
  const rows = units * years * (fields?.fields.length ?? 1);
  if (rows <= MOST_ROWS) return;
  throw new InputError(
    own.tooManyRows({ of, units, years, fields: fields?.fields.length ?? null, rows, most: MOST_ROWS }),
  );
}

function zerosOf(rows: readonly PanelRow[]): number {
  let zeros = 0;
  for (const row of rows) if (('a' in row ? row.full : row.count) === 0) zeros++;
  return zeros;
}

/** Years that were asked for, or lie between others, and have no work. */
function yearsBetween({ years }: PanelParams, known: readonly number[]): number[] {
  if (known.length === 0) return [];
  const from = years?.from ?? known[0];
  const to = years?.to ?? known[known.length - 1];
  const missing: number[] = [];
  for (let year = from; year <= to; year++) if (!known.includes(year)) missing.push(year);
  return missing;
}
