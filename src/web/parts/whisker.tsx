interface WhiskerProps {
  readonly value: number | null;
  readonly ends: readonly [number, number] | null;
  /** Where the scale ends; it begins at `least`. */
  readonly most: number;
  readonly least?: number;
  /** Where a line stands, such as 1 for as expected. */
  readonly mark?: number;
  /** Whether equal ratios are equal distances; `least` must be above 0. */
  readonly log?: boolean;
}

const SIZE = { width: 120, height: 16 };

/** A value as a dot with its interval as a line, small enough for a row. The row's other cells have the numbers. */
export function Whisker({ value, ends, most, least = 0, mark, log = false }: WhiskerProps) {
  const scale = (at: number): number => {
    const part = log ? Math.log(at / least) / Math.log(most / least) : (at - least) / (most - least);
    return 4 + Math.min(1, Math.max(0, part)) * (SIZE.width - 8);
  };
  const middle = SIZE.height / 2;
  return (
    <svg
      class="whisker"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      width={SIZE.width}
      height={SIZE.height}
      aria-hidden="true"
    >
      <line class="axis" x1={4} x2={SIZE.width - 4} y1={middle} y2={middle} />
      {mark === undefined ? null : (
        <line class="mark-line" x1={scale(mark)} x2={scale(mark)} y1={1} y2={SIZE.height - 1} />
      )}
      {ends === null ? null : (
        <line class="interval" x1={scale(ends[0])} x2={scale(ends[1])} y1={middle} y2={middle} />
      )}
      {value === null ? null : <circle cx={scale(value)} cy={middle} r={3.4} />}
    </svg>
  );
}
