import { useMemo } from 'preact/hooks';
import { pathOf } from '../ask/ask.ts';
import { useShared } from '../ask/use-shared.ts';

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
}

export function useObservatory(): ObservatoryFacts {
  const answer = useShared<ManifestAnswer>(pathOf('manifest'));
  if (answer === null) return { title: null, synthetic: null, years: [] };
  const { title, located } = answer.manifest;
  const years = located.byYear.filter(({ works }) => works > 0).map(({ year }) => year);
  return { title, synthetic: answer.synthetic, years: years.toSorted((a, b) => a - b) };
}

export interface FieldTold {
  readonly key: string;
  readonly level: 'domain' | 'field' | 'subfield';
  readonly id: number;
  readonly parent: number | null;
  readonly name: string | null;
  readonly nameZh: string | null;
}

export function useFields(): readonly FieldTold[] {
  return useShared<Rows<FieldTold>>(pathOf('fields', { parts: 'rows' }))?.rows ?? [];
}

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

export function useDefinitions(): readonly DefinitionTold[] {
  return useShared<Rows<DefinitionTold>>(pathOf('definitions', { parts: 'rows' }))?.rows ?? [];
}

/** Where cities lie, by id: the largest first, thousands of them. */
export function useCityPoints(): ReadonlyMap<string, CityPoint> {
  const answer = useShared<Rows<CityPoint>>(pathOf('places', { kind: 'city', top: 5000, parts: 'rows' }));
  return useMemo(() => new Map((answer?.rows ?? []).map((row) => [row.id, row])), [answer]);
}

export interface CityPoint {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}
