import type { PlaceFound } from '../../api-client/contract.ts';
import { csvCell } from '../../../places/csv-cell.ts';
import { plainText, spreadsheetText } from '../../../places/spreadsheet-text.ts';
import { csvRecords } from '../../../places/csv-records.ts';
import { InputError } from '../../../base/index.ts';
import { DEFINITION_ID, DEFINITION_SHAPE, type DefinitionColumn } from '../../../places/regions/columns.ts';
import { listed } from '../../parts/find-places.ts';
import type { OwnRegion } from './own-region.ts';

/** What is wrong or doubtful in a file: words for it, with what they speak of. */
export interface FileProblem {
  readonly line: number;
  readonly level: 'error' | 'warning';
  readonly of: keyof ProblemWords;
  readonly given: readonly string[];
}

/** What can be wrong, each in words that take what is given. */
export type ProblemWords = Readonly<
  Record<
    | 'quotes'
    | 'header'
    | 'missing'
    | 'unknownColumn'
    | 'cells'
    | 'id'
    | 'source'
    | 'membership'
    | 'place'
    | 'country'
    | 'unit'
    | 'noUnit'
    | 'whole'
    | 'kind'
    | 'unknown'
    | 'several'
    | 'twice'
    | 'partial'
    | 'nothing'
    | 'resolved',
    (...given: readonly string[]) => string
  >
>;

export interface FileRead {
  /** Each definition of the file, in its order. */
  readonly regions: readonly OwnRegion[];
  readonly problems: readonly FileProblem[];
}

type Row = Readonly<Record<DefinitionColumn, string>>;

/** What the server knows of places that a file names otherwise than by the id or the name of a city. */
export interface Lookups {
  /** Places that a name may mean, the likeliest first. */
  readonly find: (name: string) => Promise<readonly PlaceFound[]>;
  /** The cities of a province; null where there is none. */
  readonly inside: (unit: string) => Promise<readonly string[] | null>;
}

/** Reads a table of definitions as `synopolis regions check` takes it; its cities are those of the observatory. */
export async function readDefinitionFile(
  text: string,
  cities: ReadonlyMap<string, PlaceFound>,
  lookups: Lookups,
): Promise<FileRead> {
  const problems: FileProblem[] = [];
  const tell = (line: number, of: FileProblem['of'], given: readonly string[] = [], soft = false): void =>
    void problems.push({ line, level: soft ? 'warning' : 'error', of, given });
  const regions = new Map<string, { name: string; lines: Map<string, number> }>();
  for (const { line, row } of rowsOf(text, tell)) {
    if (!DEFINITION_ID.test(row.definition)) tell(line, 'id', [row.definition]);
    if (row.source === '') tell(line, 'source');
    if (!['', 'full', 'partial'].includes(row.membership)) tell(line, 'membership', [row.membership]);
    const named = await citiesOf(row, cities, lookups, (of, given, soft) => tell(line, of, given, soft));
    const region = regions.get(row.definition) ?? { name: '', lines: new Map<string, number>() };
    regions.set(row.definition, { ...region, name: region.name === '' ? row.name : region.name });
    for (const city of named) {
      const before = region.lines.get(city);
      if (before !== undefined) tell(line, 'twice', [city, row.definition, String(before)]);
      region.lines.set(city, line);
      if (row.membership === 'partial') tell(line, 'partial', [city], true);
    }
  }
  return {
    regions: [...regions].map(([id, { name, lines }]) => ({
      name: name === '' ? id : name,
      cities: [...lines.keys()],
    })),
    problems: problems.toSorted((a, b) => a.line - b.line),
  };
}

type Tell = (line: number, of: FileProblem['of'], given?: readonly string[], soft?: boolean) => void;

function rowsOf(text: string, tell: Tell): { line: number; row: Row }[] {
  let records: ReturnType<typeof csvRecords>;
  try {
    records = csvRecords(text, '');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    tell(error.line ?? 1, 'quotes');
    return [];
  }
  const { required, optional } = DEFINITION_SHAPE;
  const [header, ...rest] = records as [(typeof records)[number]?, ...typeof records];
  if (header === undefined || rest.length === 0) {
    tell(1, 'header', [[...required, 'place'].join(',')]);
    return [];
  }
  const known: readonly string[] = [...required, ...optional];
  const missing = required.filter((column) => !header.cells.includes(column));
  if (missing.length > 0) tell(header.line, 'missing', [missing.join(', ')]);
  const unknown = header.cells.filter(
    (column, i) => !known.includes(column) || header.cells.indexOf(column) < i,
  );
  if (unknown.length > 0) tell(header.line, 'unknownColumn', [unknown.join(', '), known.join(', ')]);
  if (missing.length + unknown.length > 0) return [];
  const empty = Object.fromEntries(known.map((column) => [column, '']));
  return rest.flatMap(({ line, cells }) => {
    if (cells.length === header.cells.length)
      return [
        {
          line,
          row: {
            ...empty,
            ...Object.fromEntries(header.cells.map((name, i) => [name, plainText(cells[i])])),
          } as Row,
        },
      ];
    tell(line, 'cells', [String(cells.length), String(header.cells.length)]);
    return [];
  });
}

/** What only an id looks like: `cn:3205`, `iso:CN`, `US.CA`. Anything else that stands for a place is its name. */
const ID_LIKE = /:|^[A-Z]{2}(?:\.[^.\s]+){1,2}$/;

/** The cities that a row names: by id, by a name that one city has, or as a whole province. Nothing is guessed. */
async function citiesOf(
  { place, city, country }: Row,
  cities: ReadonlyMap<string, PlaceFound>,
  { find, inside }: Lookups,
  tell: (of: FileProblem['of'], given?: readonly string[], soft?: boolean) => void,
): Promise<readonly string[]> {
  const refuse = (of: FileProblem['of'], ...given: string[]): readonly string[] => {
    tell(of, given);
    return [];
  };
  if (place === '' && city === '') return refuse('place');
  if (/^cn-p:\d{2}$/.test(place)) {
    const all = await inside(place);
    if (all === null || all.length === 0) return refuse('noUnit', place);
    tell('whole', [place, String(all.length)], true);
    return all;
  }
  if (ID_LIKE.test(place)) {
    if (!/^(?:cn:\d{4}(?:\d{2})?|gn:\d+)$/.test(place)) return refuse('unit', place);
    // A city without works adds none; whether there is one of that id, the comparison says.
    if (!cities.has(place)) tell('nothing', [place], true);
    return [place];
  }
  // A city goes with its country; what stands under `place` may go without, as the command line has it.
  const name = place === '' ? city : place;
  if (place === '' ? !/^[a-z]{2}$/i.test(country) : !/^(?:[a-z]{2})?$/i.test(country))
    return refuse('country', name);
  const code = country.toUpperCase();
  const isThere = (one: { readonly country: string | null }): boolean => code === '' || one.country === code;
  const found = [...cities.values()].filter(
    (one) => isThere(one) && [one.name, one.nameZh ?? ''].map(bare).includes(bare(name)),
  );
  if (found.length > 1) return refuse('several', name, listed(found));
  if (found.length === 0) {
    const near = (await find(name)).filter(isThere);
    const first = near.at(0);
    if (first?.fit === 'name' && first.kind !== 'city') return refuse('kind', name, listed([first]));
    return refuse('unknown', name, code, listed(near.filter(({ kind }) => kind === 'city').slice(0, 4)));
  }
  tell('resolved', [name, listed(found)], true);
  return [found[0].id];
}

/** A name without marks, capitals and the suffix of Chinese cities. */
const bare = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\p{Script=Han})市$/u, '')
    .trim();

/** A region as a file that `synopolis regions check` and `build --regions` take. */
export function writeDefinitionFile(
  { name, cities }: OwnRegion,
  source: string,
  points: ReadonlyMap<string, PlaceFound>,
): string {
  const id = fileNameOf(name);
  const rows = cities.map((city) => {
    const point = points.get(city);
    return [id, name, city, point?.name ?? '', point?.country ?? '', 'full', source];
  });
  const header = ['definition', 'name', 'place', 'city', 'country', 'membership', 'source'];
  return (
    [header, ...rows]
      .map((cells) => cells.map((cell) => csvCell(spreadsheetText(cell))).join(','))
      .join('\n') + '\n'
  );
}

/** An id of a definition from a name: letters, digits, `_`, `.` and `-`. */
export function fileNameOf(name: string): string {
  const id = name.replace(/[^\p{L}\p{N}_.-]+/gu, '_').replace(/^[^\p{L}\p{N}]+|_+$/gu, '');
  return id === '' ? 'region' : id;
}
