/** One reference case as an adapter sees it: everything read, nothing typed in. */
export interface ReferenceCase {
  readonly id: string;
  /** JSON parsed; a CSV as its columns by name, in the order of `inputs` of the case. */
  readonly inputs: readonly unknown[];
  /** The paths of the inputs in the folder of references. */
  readonly files: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  /** As the case states it: `abs` for most. */
  readonly tolerance: Readonly<Record<string, number>>;
}

/**
 * What holds a family of reference cases against measures or effects. `check` reads whatever the case holds (sizes, labels,
 * parameters), checks every key of `expected` and throws on one it does not know (`eachKey` does that).
 */
export interface Adapter {
  /** The ids of the cases it claims. */
  readonly cases: RegExp;
  readonly check: (reference: ReferenceCase) => void;
}
