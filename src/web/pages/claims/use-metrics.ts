import type { MetricRow } from '../../api-client/contract.ts';
import { pathOf } from '../../api-client/client.ts';
import { useShared } from '../../api-client/use-shared.ts';

/** The metrics that claims may be held against. */
export const useMetrics = (place = ''): readonly MetricRow[] =>
  useShared(pathOf('statistics', place === '' ? {} : { place }), 'metrics').answer?.rows ?? [];
