import { quadtree } from 'd3-quadtree';
import type { ZoomTransform } from 'd3-zoom';
import type { Circle } from '../../../figures/map/layout.ts';
import { greatest } from '../../../measures/extremes.ts';

/** A pointer this near to a circle’s edge means it, in pixels. */
const REACH = 4;

/** Finds the circle under a pointer; where several lie, the one whose middle is nearest. */
export function nearest(
  circles: readonly Circle[],
): (x: number, y: number, at: ZoomTransform) => Circle | null {
  const tree = quadtree(
    [...circles],
    ({ x }) => x,
    ({ y }) => y,
  );
  const widest = Math.max(greatest(circles.map(({ r }) => r)), 0);
  return (x, y, at) => {
    const [px, py] = at.invert([x, y]);
    const found = tree.find(px, py, (widest + REACH) / at.k);
    if (found === undefined) return null;
    const [cx, cy] = at.apply([found.x, found.y]);
    return Math.hypot(cx - x, cy - y) <= found.r + REACH ? found : null;
  };
}
