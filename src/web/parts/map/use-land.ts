import coarse from 'world-atlas/land-110m.json?url';
import type { LandTopology } from '../../../figures/map/land.ts';
import { useShared } from '../../ask/use-shared.ts';

/** The coastlines; null until they are there. */
export const useLand = (): LandTopology | null => useShared<LandTopology>(coarse);
