import type { InstitutionRecord } from '../institutions/record.ts';

/** What became of the withdrawn records. */
export interface Succession {
  /** ROR id of a withdrawn record → of the record that stands for it in the end. */
  readonly final: ReadonlyMap<string, string>;
  /** Withdrawn, and none of the following: */
  readonly followed: number;
  /** names no successor, */
  readonly withoutSuccessor: number;
  /** or one that is not among the records, */
  readonly missingSuccessor: number;
  /** or several, of which none can be chosen, */
  readonly severalSuccessors: number;
  /** or comes back to itself. These four stand for themselves, at their own place. */
  readonly cycles: number;
}

/**
 * Follows each withdrawn record along its successors to the last one. A record of several successors, or whose
 * successor is missing, stays: its own place is known, and choosing would be a guess.
 */
export function followSuccessors(records: ReadonlyMap<string, InstitutionRecord>): Succession {
  const final = new Map<string, string>();
  const count = { withoutSuccessor: 0, missingSuccessor: 0, severalSuccessors: 0, cycles: 0 };
  for (const [ror, record] of records) {
    if (!record.withdrawn) continue;
    const successors = [...new Set(record.successors)];
    if (successors.length === 0) count.withoutSuccessor++;
    else if (successors.length > 1) count.severalSuccessors++;
    else if (!records.has(successors[0])) count.missingSuccessor++;
    else {
      const end = last(ror, records);
      if (end === null) count.cycles++;
      else final.set(ror, end);
    }
  }
  return { final, followed: final.size, ...count };
}

/** The end of the chain; null when it runs in a circle. */
function last(ror: string, records: ReadonlyMap<string, InstitutionRecord>): string | null {
  const seen = new Set<string>();
  let at = ror;
  while (!seen.has(at)) {
    seen.add(at);
    const record = records.get(at)!;
    const successors = [...new Set(record.successors)];
    if (!record.withdrawn || successors.length !== 1 || !records.has(successors[0])) return at;
    at = successors[0];
  }
  return null;
}
