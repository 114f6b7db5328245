import { beyond, type Domain, edgeOf } from '../../figures/parts/axis.ts';

interface WhiskerProps {
  readonly value: number | null;
  readonly ends: readonly [number, number] | null;
  /** Where the scale begins and ends. */
  readonly domain: Domain;
  /** Where a line stands, such as 1 for as expected. */
  readonly mark?: number;
  /** Whether equal ratios are equal distances; the scale then begins above 0. */
  readonly log?: boolean;
}

const SIZE = { width: 120, height: 16 };
/** Room for arrows at both ends. */
const EDGE = 8;

/**
 * A value as a dot with its interval as a line, small enough for a row. What lies beyond the scale is an arrow, filled for
 * the value and open for an end of the interval. The row's other cells have the numbers.
 */
export function Whisker({ value, ends, domain, mark, log = false }: WhiskerProps) {
  const [least, most] = domain;
  const scale = (at: number): number => {
    const part = log ? Math.log(at / least) / Math.log(most / least) : (at - least) / (most - least);
    return EDGE + part * (SIZE.width - 2 * EDGE);
  };
  const middle = SIZE.height / 2;
  const out = value === null ? null : beyond(value, domain);
  return (
    <svg
      class="whisker"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      width={SIZE.width}
      height={SIZE.height}
      aria-hidden="true"
    >
      <line class="axis" x1={EDGE} x2={SIZE.width - EDGE} y1={middle} y2={middle} />
      {mark === undefined ? null : (
        <line class="mark-line" x1={scale(mark)} x2={scale(mark)} y1={1} y2={SIZE.height - 1} />
      )}
      {ends === null || ends[0] > most || ends[1] < least ? null : (
        <line
          class="interval"
          x1={scale(edgeOf(ends[0], domain))}
          x2={scale(edgeOf(ends[1], domain))}
          y1={middle}
          y2={middle}
        />
      )}
      {(['low', 'high'] as const).map((side) => {
        const end = ends?.[side === 'low' ? 0 : 1];
        if (out !== side && (end === undefined || beyond(end, domain) !== side)) return null;
        const [from, tip] = side === 'low' ? [EDGE, 1] : [SIZE.width - EDGE, SIZE.width - 1];
        return (
          <path
            key={side}
            class={out === side ? 'beyond' : 'goes-on'}
            d={`M${from},${middle - 4}L${tip},${middle}L${from},${middle + 4}${out === side ? 'Z' : ''}`}
          />
        );
      })}
      {value === null || out !== null ? null : <circle cx={scale(value)} cy={middle} r={3.4} />}
    </svg>
  );
}
