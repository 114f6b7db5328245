import { DISAGREE, first, LENGTHS } from './unsupported';

/*
 * What the leaves below an authorship must say alike: how far it is there, and how the row goes on behind it.
 */

/** The level of definition up to which all of them have the same steps. */
let far: u32 = 0;
/** How far this authorship is there, and how the row goes on, by the leaves that were read; −1 before the first leaf. */
export let reached: i32 = -1;
export let next: i32 = -1;

export function wireAgreement(level: u32): void {
  far = level;
}

export function beginAgreement(): void {
  reached = -1;
  next = -1;
}

export function reaches(level: u32): void {
  const said = i32(min(level, far));
  if (said != reached) reached = first(reached, said, DISAGREE);
}

export function follows(ahead: u32): void {
  if (i32(ahead) != next) next = first(next, i32(ahead), LENGTHS);
}
