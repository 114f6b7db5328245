import { pathOf } from '../../api-client/client.ts';
import { useShared } from '../../api-client/use-shared.ts';

/** A metric that there are published figures of. */
export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** The years stored of a place; left out where none is asked for. */
  readonly years?: readonly number[];
}

/** The metrics that claims may be held against. */
export const useMetrics = (place = ''): readonly Metric[] =>
  useShared<{ readonly rows: readonly Metric[] }>(
    pathOf('statistics', place === '' ? {} : { place }),
    'metrics',
  ).answer?.rows ?? [];
