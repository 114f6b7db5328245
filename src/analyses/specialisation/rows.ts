import { type Bilingual, renderBoth } from '../../base/index.ts';
import type { FieldName } from '../field-table/level.ts';
import {
  FEW_FIELD_WORKS,
  SPECIALISATION_SECTIONS,
  type SpecialisationParams,
  type SpecialisationRow,
  type SpecialisationSection,
} from './question.ts';
import type { FieldQuotient } from './quotients.ts';
import type { FieldStanding } from './standing.ts';
import { messages as fieldMessages } from '../field-table/messages.ts';
import { messages } from './messages.ts';

/** What rows are made of. */
export interface RowParts {
  readonly quotients: readonly FieldQuotient[];
  readonly standing: ReadonlyMap<string, FieldStanding>;
  readonly specialised: ReadonlySet<string>;
  /** Cities with enough works that are specialised in each field. */
  readonly cities: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, FieldName>;
  /** Why density and complexity are not told of this place; null where they are. */
  readonly below: Bilingual | null;
  /** Whether there are cities that tell which fields go together. */
  readonly related: boolean;
}

/** The rows of each section that is asked for, in their orders, so many of each. */
export function rowsOf(
  parts: RowParts,
  { threshold, by, top }: Pick<SpecialisationParams, 'threshold' | 'by' | 'top'>,
): SpecialisationRow[] {
  const rows = parts.quotients.map((one) => rowOf(one, parts, threshold));
  return SPECIALISATION_SECTIONS.filter((section) => by === null || by.includes(section)).flatMap((section) =>
    rows
      .filter((row) => row.section === section)
      .sort((a, b) => ORDER[section](a, b) || a.field.id - b.field.id)
      .slice(0, top),
  );
}

function rowOf(one: FieldQuotient, parts: RowParts, threshold: number): SpecialisationRow {
  const { field, works, share, part, quotient, interval, symmetric } = one;
  const { density, densityInterval, complexity, gain } = parts.standing.get(field)!;
  const untold = parts.below ?? renderBoth(parts.related ? messages.notRelated() : fieldMessages.fewCities());
  const near = quotient === null || density !== null ? null : untold;
  return {
    section: sectionOf(quotient, parts.specialised.has(field), threshold),
    field: parts.names.get(field) ?? { id: Number(field), name: field, nameZh: null },
    ...{ works, share, part, quotient, interval, symmetric },
    ...(quotient === null
      ? { density: null, densityInterval: null }
      : { density, densityInterval: densityInterval }),
    ...{ complexity, gain: quotient === null ? null : gain },
    cities: parts.cities.get(field) ?? 0,
    fewWorks: works < FEW_FIELD_WORKS,
    reason: one.reason ?? near,
  };
}

function sectionOf(quotient: number | null, specialised: boolean, threshold: number): SpecialisationSection {
  if (quotient === null) return 'untold';
  if (specialised) return 'specialised';
  return quotient < threshold * (1 - 1e-12) ? 'entry' : 'small';
}

type Order = (a: SpecialisationRow, b: SpecialisationRow) => number;
const falling =
  (of: (row: SpecialisationRow) => number | null): Order =>
  (a, b) => {
    const [x, y] = [of(a) ?? -Infinity, of(b) ?? -Infinity];
    return x === y ? 0 : y > x ? 1 : -1;
  };

/** What is surely strong first; what is near, and of what is as near the more complex; else by Share. */
const ORDER: Readonly<Record<SpecialisationSection, Order>> = {
  specialised: falling(({ interval }) => interval?.[0] ?? null),
  small: falling(({ share }) => share),
  entry: (a, b) => falling(({ density }) => density)(a, b) || falling(({ complexity }) => complexity)(a, b),
  untold: falling(({ share }) => share),
};
