import coarse from 'world-atlas/land-110m.json?url';
import fine from 'world-atlas/land-50m.json?url';
import type { LandTopology } from '../../../figures/map/land.ts';
import { useShared } from '../../ask/use-shared.ts';

/** The coastlines of the world, or finer ones for a part of it; null until they are there. */
export function useLand(of: 'world' | 'part' = 'world'): LandTopology | null {
  return useShared<LandTopology>(of === 'part' ? fine : coarse);
}
