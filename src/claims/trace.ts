import { convert } from '../facts/index.ts';
import { humanNumber, humanQuantity } from './numbers.ts';

/** How a value came to be, to be told in one line once it is known in which unit. */
export type Trace =
  | { readonly kind: 'number'; readonly label: string; readonly value: number; readonly unit: string | null }
  | {
      readonly kind: 'sum';
      readonly terms: readonly Term[];
      readonly value: number;
      readonly unit: string | null;
    }
  | {
      readonly kind: 'product';
      readonly sign: '×' | '÷';
      readonly left: Trace;
      readonly right: Trace;
      readonly value: number;
      readonly unit: string | null;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly of: readonly Trace[];
      readonly value: number;
      readonly unit: string | null;
    }
  /** In words already: a text, a count with the things counted, or why there is nothing. */
  | { readonly kind: 'words'; readonly text: string };

interface Term {
  readonly minus: boolean;
  readonly of: Trace;
}

/** A longer sum is cut, and says how long it is. */
const MOST_TERMS = 12;

/** `Beijing 4,984.3 + Tianjin 1,802.4 + Hebei 4,752.7 = 11,539.4 bn CNY`. */
export function tell(trace: Trace, unit: string | null): string {
  if (trace.kind === 'words') return trace.text;
  const [value, shownUnit] = inUnit(trace.value, trace.unit, unit);
  const total = humanQuantity(value, shownUnit);
  if (trace.kind === 'number') return trace.label === '' ? total : `${trace.label} ${total}`;
  return `${told(trace, unit, 0)} = ${total}`;
}

function inUnit(value: number, from: string | null, to: string | null): [number, string | null] {
  const converted = from === null || to === null ? null : convert(value, from, to);
  return converted === null ? [value, from] : [converted, to];
}

/** The inside of the line; `within` 1 puts a sum in brackets, 2 a product too. Terms of a sum share its unit. */
function told(trace: Trace, unit: string | null, within: 0 | 1 | 2, isTerm = false): string {
  switch (trace.kind) {
    case 'words':
      return trace.text;
    case 'number': {
      const [value, shownUnit] = inUnit(trace.value, trace.unit, unit);
      const text = isTerm ? humanNumber(value, shownUnit) : humanQuantity(value, shownUnit);
      return trace.label === '' ? text : `${trace.label} ${text}`;
    }
    case 'sum': {
      const shared = unit ?? trace.unit;
      const terms = trace.terms.slice(0, MOST_TERMS).map(({ minus, of }, i) => {
        const sign = minus ? '− ' : i === 0 ? '' : '+ ';
        return `${sign}${told(of, shared, minus ? 1 : 0, true)}`;
      });
      if (trace.terms.length > MOST_TERMS) terms.push(`+ … (${trace.terms.length} parts)`);
      if (within === 0) return terms.join(' ');
      const named = isTerm || shared === null || shared === 'fraction' ? '' : ` ${shared}`;
      return `(${terms.join(' ')})${named}`;
    }
    case 'product': {
      const text = `${told(trace.left, null, 1)} ${trace.sign} ${told(trace.right, null, 2)}`;
      return within === 2 ? `(${text})` : text;
    }
    case 'call':
      return `${trace.name}(${trace.of.map((of) => told(of, null, 0)).join(', ')})`;
  }
}
