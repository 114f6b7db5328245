import { z } from 'zod';

/** Parameters of questions that ask in which fields places are specialised. */
export const baseline = z
  .enum(['world', 'nation'])
  .default('world')
  .describe('Against what a place is held: all cities of this observatory (world), or those of its nation');

export const threshold = z
  .number()
  .gt(0)
  .max(100)
  .default(1)
  .describe('Location quotient from which a place counts as specialised');

export const least = z
  .number()
  .min(0)
  .max(1e6)
  .default(3)
  .describe('Least Share in a field with which a place counts as specialised');

export const enough = z
  .int()
  .min(1)
  .max(1e9)
  .default(100)
  .describe('Works with which a city is among those that tell which fields go together');
