/** Rows of a table: a place, a year, a subfield, and whole numbers that add up. */
export interface PlaceRows {
  readonly place: Int32Array;
  readonly year: Int16Array;
  readonly subfield: Int16Array;
  readonly values: readonly Float64Array[];
}

/** The same summed by field at every level: what a question about one field and some years is about stands together. */
export interface Layers {
  readonly firstYear: number;
  readonly years: number;
  /** Fields at every level by their keys, in the order of their rows. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The first row of every field and year (field · years + year), and after the last the number of rows. */
  readonly start: Int32Array;
  /** Rising within a field and year. */
  readonly place: Int32Array;
  readonly values: readonly Float64Array[];
}

/** Sums rows up: of `places` places, in fields told as the subfields of every key. */
export function layersOf(
  rows: PlaceRows,
  places: number,
  fields: ReadonlyMap<string, readonly number[]>,
): Layers {
  const [first, last] = rows.year.reduce(
    ([low, high], year) => [Math.min(low, year), Math.max(high, year)],
    [Infinity, -Infinity],
  );
  const years = last < first ? 0 : last - first + 1;
  const groups = groupsOf(rows, first, years);
  const start = new Int32Array(fields.size * years + 1);
  const found: { place: number[]; values: number[][] } = { place: [], values: rows.values.map(() => []) };
  const sums = rows.values.map(() => new Float64Array(places));
  const isTouched = new Uint8Array(places);
  let at = 0;
  for (const subfields of fields.values())
    for (let year = 0; year < years; year++) {
      const touched: number[] = [];
      for (const subfield of subfields)
        for (const row of groups.rows(subfield, year)) {
          const place = rows.place[row];
          if (isTouched[place] === 0) {
            isTouched[place] = 1;
            touched.push(place);
          }
          for (let v = 0; v < sums.length; v++) sums[v][place] += rows.values[v][row];
        }
      for (const place of touched.sort((a, b) => a - b)) {
        found.place.push(place);
        for (let v = 0; v < sums.length; v++) {
          found.values[v].push(sums[v][place]);
          sums[v][place] = 0;
        }
        isTouched[place] = 0;
      }
      start[++at] = found.place.length;
    }
  return {
    firstYear: first,
    years,
    numbers: new Map([...fields.keys()].map((key, number) => [key, number])),
    start,
    place: Int32Array.from(found.place),
    values: found.values.map((values) => Float64Array.from(values)),
  };
}

/** The rows of every subfield and year. */
function groupsOf(
  { year, subfield }: PlaceRows,
  first: number,
  years: number,
): { rows: (subfield: number, year: number) => Int32Array } {
  const most = subfield.reduce((high, one) => Math.max(high, one), 0);
  const start = new Int32Array((most + 1) * years + 1);
  const groupOf = (row: number): number => subfield[row] * years + year[row] - first;
  for (let row = 0; row < year.length; row++) start[groupOf(row) + 1] += 1;
  for (let group = 1; group < start.length; group++) start[group] += start[group - 1];
  const next = start.slice();
  const order = new Int32Array(year.length);
  for (let row = 0; row < year.length; row++) order[next[groupOf(row)]++] = row;
  return {
    rows(of, at) {
      const group = of * years + at;
      return of > most ? order.subarray(0, 0) : order.subarray(start[group], start[group + 1]);
    },
  };
}
