import coarse from 'coastlines:land-110m';
import fine from 'coastlines:land-50m';
import type { Coastlines } from '../../../figures/map/coastlines.ts';
import { useShared } from '../../api-client/use-shared.ts';

/** The coastlines of the world, or finer ones for a part of it; null until they are there. */
export function useLand(of: 'world' | 'part' = 'world'): Coastlines | null {
  return useShared(of === 'part' ? fine : coarse, 'coastlines').answer;
}
