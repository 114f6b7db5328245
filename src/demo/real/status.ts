/** State of the demonstration of real records, as its page shows it. */
export interface DemonstrationStatus {
  readonly state: 'absent' | 'running' | 'failed' | 'done';
  /** Of the observatory, for its address. */
  readonly id: string;
  /** What the button says. */
  readonly start: string;
  readonly cost: readonly string[];
  readonly progress: { readonly text: string; readonly done: number; readonly of: number | null } | null;
  readonly problem: { readonly code: string; readonly text: string } | null;
}
