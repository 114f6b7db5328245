import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { whenIdle } from './when-idle.ts';

/** What lies lower than this part of a screen beyond it is out of sight. */
const NEAR = 0.25;

/**
 * How wide an element is, in CSS pixels, as it changes; 0 until it is known. That of an element out of sight is told when
 * the browser has nothing better to do, so that what is in sight is drawn first.
 */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    let leave = (): void => undefined;
    let isTold = false;
    const observer = new ResizeObserver(([{ contentRect, target }]) => {
      const tell = (): void => {
        isTold = true;
        setWidth(Math.floor(contentRect.width));
      };
      leave();
      // Where it is costs nothing now: the page has just been laid out.
      const { top, bottom } = target.getBoundingClientRect();
      if (isTold || (bottom >= 0 && top <= innerHeight * (1 + NEAR))) tell();
      else leave = whenIdle(tell);
    });
    observer.observe(current);
    return () => {
      leave();
      observer.disconnect();
    };
  }, []);
  return width;
}
