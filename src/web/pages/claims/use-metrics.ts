import { pathOf } from '../../ask/ask.ts';
import { useShared } from '../../ask/use-shared.ts';

/** A metric that there are published figures of. */
export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
}

/** The metrics that claims may be held against. */
export const useMetrics = (): readonly Metric[] =>
  useShared<{ readonly rows: readonly Metric[] }>(pathOf('statistics'), 'metrics').answer?.rows ?? [];
