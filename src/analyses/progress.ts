import type { Bilingual } from '../base/index.ts';

/** How far a question is: so many of its steps are done, and which one has begun. */
export interface Step {
  readonly what: Bilingual;
  readonly done: number;
  readonly of: number;
}

/** Told before each step of a question that has several, by whoever wants to know how far it is. */
export type TellStep = (step: Step) => void;
