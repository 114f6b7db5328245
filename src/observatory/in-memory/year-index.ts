/** Rows of a table: a place, a year, a subfield, and whole numbers that add up. */
export interface PlaceRows {
  readonly place: Int32Array;
  readonly year: Int16Array;
  readonly subfield: Int16Array;
  readonly values: readonly Float64Array[];
}

/** The same summed by field at every level: what a question about one field and some years is about stands together. */
export interface YearIndex {
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
export function yearIndexOf(
  rows: PlaceRows,
  places: number,
  fields: ReadonlyMap<string, readonly number[]>,
): YearIndex {
  const first = rows.year.reduce((least, year) => Math.min(least, year), Infinity);
  const last = rows.year.reduce((most, year) => Math.max(most, year), -Infinity);
  const years = last < first ? 0 : last - first + 1;
  const groups = groupsOf(rows, first, years);
  const start = new Int32Array(fields.size * years + 1);
  const found = new Found(rows.values.length);
  const sums = rows.values.map(() => new Float64Array(places));
  const isTouched = new Uint8Array(places);
  let at = 0;
  for (const subfields of fields.values())
    for (let year = 0; year < years; year++) {
      for (const subfield of subfields) {
        const [from, to] = groups.rangeOf(subfield, year);
        for (let row = from; row < to; row++) isTouched[groups.place[row]] = 1;
        for (let v = 0; v < sums.length; v++) addRows(from, to, groups.place, groups.values[v], sums[v]);
      }
      for (let place = isTouched.indexOf(1); place >= 0; place = isTouched.indexOf(1, place + 1)) {
        isTouched[place] = 0;
        found.add(place, sums);
      }
      start[++at] = found.length;
    }
  return {
    firstYear: first,
    years,
    numbers: new Map([...fields.keys()].map((key, number) => [key, number])),
    start,
    place: found.place.slice(0, found.length),
    values: found.values.map((values) => values.slice(0, found.length)),
  };
}

function addRows(from: number, to: number, place: Int32Array, column: Float64Array, sum: Float64Array): void {
  for (let row = from; row < to; row++) sum[place[row]] += column[row];
}

/** Rows that are found, in arrays that grow. */
class Found {
  length = 0;
  place = new Int32Array(1024);
  readonly values: Float64Array[];

  constructor(values: number) {
    this.values = Array.from({ length: values }, () => new Float64Array(1024));
  }

  /** Takes the sums of a place, which are zero then. */
  add(place: number, sums: readonly Float64Array[]): void {
    if (this.length === this.place.length) {
      const grown = new Int32Array(2 * this.length);
      grown.set(this.place);
      this.place = grown;
      for (const [v, values] of this.values.entries()) {
        this.values[v] = new Float64Array(2 * this.length);
        this.values[v].set(values);
      }
    }
    this.place[this.length] = place;
    for (let v = 0; v < sums.length; v++) {
      this.values[v][this.length] = sums[v][place];
      sums[v][place] = 0;
    }
    this.length += 1;
  }
}

/** Rows in the order of subfields and years. */
interface Groups {
  readonly place: Int32Array;
  readonly values: readonly Float64Array[];
  /** From which row up to before which those of a subfield and a year stand. */
  rangeOf(subfield: number, year: number): readonly [number, number];
}

function groupsOf({ place, year, subfield, values }: PlaceRows, first: number, years: number): Groups {
  const most = subfield.reduce((high, one) => Math.max(high, one), 0);
  const start = new Int32Array((most + 1) * years + 1);
  const group = new Int32Array(subfield.length);
  for (let row = 0; row < group.length; row++) group[row] = subfield[row] * years + year[row] - first;
  for (let row = 0; row < group.length; row++) start[group[row] + 1] += 1;
  for (let g = 1; g < start.length; g++) start[g] += start[g - 1];
  const next = start.slice();
  const order = new Int32Array(group.length);
  for (let row = 0; row < group.length; row++) order[next[group[row]]++] = row;
  return {
    place: order.map((row) => place[row]),
    values: values.map((column) => ordered(column, order)),
    rangeOf: (of, at) => (of > most ? [0, 0] : [start[of * years + at], start[of * years + at + 1]]),
  };
}

function ordered(column: Float64Array, order: Int32Array): Float64Array {
  const into = new Float64Array(order.length);
  for (let row = 0; row < order.length; row++) into[row] = column[order[row]];
  return into;
}
