import { useMemo } from 'preact/hooks';
import type { DefinitionRow, FieldRow, PlaceFound } from '../api-client/contract.ts';
import { pathOf } from '../api-client/client.ts';
import { type Shared, useShared } from '../api-client/use-shared.ts';

interface Rows<R> {
  readonly rows: readonly R[];
}

/** What the whole page knows of the observatory behind it. */
export interface ObservatoryFacts {
  readonly title: string | null;
  readonly synthetic: string | null;
  /** Where authorships count by the rule of its build; null where the records have no addresses, so that there is one rule. */
  readonly locatedBy: 'institution' | 'address' | null;
  /** Years with works, the first before. */
  readonly years: readonly number[];
  /** Whether all of this may still come. */
  readonly coming: boolean;
}

export function useObservatory(): ObservatoryFacts {
  const { answer, coming } = useShared(pathOf('manifest'), 'manifest');
  if (answer === null) return { title: null, synthetic: null, locatedBy: null, years: [], coming };
  const { title, located, addresses, locatedBy = 'institution' } = answer.manifest;
  const years = located.byYear.filter(({ works }) => works > 0).map(({ year }) => year);
  return {
    title,
    synthetic: answer.synthetic,
    locatedBy: addresses === undefined ? null : locatedBy,
    years: years.toSorted((a, b) => a - b),
    coming,
  };
}

/** A list that is the same for every page: empty until it is there, or where it failed. */
function rowsOf<R>({ answer }: Shared<Rows<R>>): readonly R[] {
  return answer?.rows ?? [];
}

const FIELDS = pathOf('fields', { parts: 'rows' });

export const useFields = (): readonly FieldRow[] => rowsOf(useShared(FIELDS, 'fields'));
export const useFieldsComing = (): boolean => useShared(FIELDS, 'fields').coming;

/** The sectors that have works here; null until they are known. */
export function useSectors(): readonly string[] | null {
  const { answer } = useShared(SECTORS, 'sectors');
  return answer?.rows.map(({ sector }) => sector) ?? null;
}

const SECTORS = pathOf('sectors', { parts: 'rows' });
const DEFINITIONS = pathOf('definitions', { parts: 'rows' });

export const useDefinitions = (): readonly DefinitionRow[] => rowsOf(useShared(DEFINITIONS, 'definitions'));
export const useDefinitionsComing = (): boolean => useShared(DEFINITIONS, 'definitions').coming;

const CITIES = pathOf('places', { kind: 'city', top: 5000, parts: 'rows' });

/** Where cities lie, by id: the largest first, thousands of them. */
export function useCityPoints(): ReadonlyMap<string, PlaceFound> {
  const { answer } = useShared(CITIES, 'places');
  return useMemo(() => new Map((answer?.rows ?? []).map((row) => [row.id, row])), [answer]);
}
