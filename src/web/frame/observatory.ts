import { useMemo } from 'preact/hooks';
import { pathOf } from '../api-client/client.ts';
import { type Shared, useShared } from '../api-client/use-shared.ts';

interface ManifestAnswer {
  readonly synthetic: string | null;
  readonly manifest: {
    readonly title: string | null;
    readonly built: string;
    readonly located: {
      readonly share: number | null;
      readonly byYear: readonly { readonly year: number; readonly works: number }[];
    };
  };
}

interface Rows<R> {
  readonly rows: readonly R[];
}

/** What the whole page knows of the observatory behind it. */
export interface ObservatoryFacts {
  readonly title: string | null;
  readonly synthetic: string | null;
  /** Years with works, the first before. */
  readonly years: readonly number[];
  /** Whether all of this may still come. */
  readonly coming: boolean;
}

export function useObservatory(): ObservatoryFacts {
  const { answer, coming } = useShared<ManifestAnswer>(pathOf('manifest'), 'manifest');
  if (answer === null) return { title: null, synthetic: null, years: [], coming };
  const { title, located } = answer.manifest;
  const years = located.byYear.filter(({ works }) => works > 0).map(({ year }) => year);
  return { title, synthetic: answer.synthetic, years: years.toSorted((a, b) => a - b), coming };
}

/** A list that is the same for every page: empty until it is there, or where it failed. */
function rowsOf<R>({ answer }: Shared<Rows<R>>): readonly R[] {
  return answer?.rows ?? [];
}

export interface FieldTold {
  readonly key: string;
  readonly level: 'domain' | 'field' | 'subfield';
  readonly id: number;
  readonly parent: number | null;
  readonly name: string | null;
  readonly nameZh: string | null;
}

const FIELDS = pathOf('fields', { parts: 'rows' });

export const useFields = (): readonly FieldTold[] => rowsOf(useShared<Rows<FieldTold>>(FIELDS, 'fields'));
export const useFieldsComing = (): boolean => useShared<Rows<FieldTold>>(FIELDS, 'fields').coming;

export interface DefinitionTold {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly version: string | null;
  readonly policyYear: number | null;
  readonly members: readonly { readonly city: string; readonly membership: string }[];
  readonly cities: number;
  readonly source: string | null;
}

/** The sectors that have works here; null until they are known. */
export function useSectors(): readonly string[] | null {
  const { answer } = useShared<Rows<{ readonly sector: string }>>(SECTORS, 'sectors');
  return answer?.rows.map(({ sector }) => sector) ?? null;
}

const SECTORS = pathOf('sectors', { parts: 'rows' });
const DEFINITIONS = pathOf('definitions', { parts: 'rows' });

export const useDefinitions = (): readonly DefinitionTold[] =>
  rowsOf(useShared<Rows<DefinitionTold>>(DEFINITIONS, 'definitions'));
export const useDefinitionsComing = (): boolean =>
  useShared<Rows<DefinitionTold>>(DEFINITIONS, 'definitions').coming;

const CITIES = pathOf('places', { kind: 'city', top: 5000, parts: 'rows' });

/** Where cities lie, by id: the largest first, thousands of them. */
export function useCityPoints(): ReadonlyMap<string, CityPoint> {
  const { answer } = useShared<Rows<CityPoint>>(CITIES, 'places');
  return useMemo(() => new Map((answer?.rows ?? []).map((row) => [row.id, row])), [answer]);
}

export interface CityPoint {
  readonly id: string;
  /** Its name among all cities, no two alike. */
  readonly label: string;
  readonly labelZh: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}
