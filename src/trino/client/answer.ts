/** What the server says of a statement, one answer after another (Trino client REST API). */
export interface Results {
  readonly id: string;
  readonly nextUri?: string;
  readonly columns?: readonly Column[];
  readonly data?: readonly (readonly unknown[])[];
  readonly stats: Stats;
  readonly error?: QueryFault;
}

export interface Column {
  readonly name: string;
  /** As SQL writes it. */
  readonly type: string;
  readonly typeSignature: TypeSignature;
}

export interface TypeSignature {
  readonly rawType: string;
  readonly arguments: readonly TypeArgument[];
}

export type TypeArgument =
  | { readonly kind: 'LONG'; readonly value: number }
  | { readonly kind: 'TYPE'; readonly value: TypeSignature }
  | {
      readonly kind: 'NAMED_TYPE';
      readonly value: {
        readonly fieldName?: { readonly name: string };
        readonly typeSignature: TypeSignature;
      };
    };

export interface Stats {
  readonly state: string;
  readonly nodes?: number;
  readonly totalSplits?: number;
  readonly completedSplits?: number;
  /** A number of many digits comes as text, from `readResults`. */
  readonly processedRows?: number | string;
  readonly processedBytes?: number | string;
  readonly elapsedTimeMillis?: number;
}

export interface QueryFault {
  readonly message?: string;
  readonly errorName: string;
  readonly errorType: string;
}

/** A run of digits that a JavaScript number may not keep. */
const LONG = /\d{16}/;
/** A text, or a whole number of that many digits. */
const TEXT_OR_LONG = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.])-?\d{16,}(?![\d.eE])/g;

/** Reads an answer. Whole numbers that JSON.parse might round are handed over as their digits. */
export function readResults(body: string): Results | null {
  const exact = LONG.test(body)
    ? body.replace(TEXT_OR_LONG, (found) => (found.startsWith('"') ? found : `"${found}"`))
    : body;
  try {
    const answer: unknown = JSON.parse(exact);
    return isResults(answer) ? answer : null;
  } catch {
    return null;
  }
}

function isResults(answer: unknown): answer is Results {
  if (typeof answer !== 'object' || answer === null) return false;
  const { id, stats } = answer as Partial<Record<keyof Results, unknown>>;
  return typeof id === 'string' && typeof stats === 'object' && stats !== null;
}

/** Names made different from each other, as DuckDB does: a second `a` is `a:1`. */
export function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let i = 1; seen.has(free); i++) free = `${name}:${i}`;
    seen.add(free);
    return free;
  });
}
