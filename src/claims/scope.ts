import type { ComputedClaim } from './claim.ts';
import type { Run } from './run.ts';

/** Where an expression is worked out. */
export interface Scope {
  readonly run: Run;
  /** Whose `let` names hold; null outside any claim. */
  readonly claim: ComputedClaim | null;
  /** What `year` stands for; null where the claim has no year. */
  readonly year: number | null;
  /** A vintage to take where a figure has it and the expression names none. */
  readonly vintage: string | null;
  /** Names and claims that are being worked out, outermost first: coming back to one of them is a circle. */
  readonly path: readonly string[];
}
