import { z } from 'zod';
import { messages } from './messages.ts';

/** Parameters that several analyses share, each described once. */
export const years = z
  .object({ from: z.int(), to: z.int() })
  .refine(({ from, to }) => from <= to, { params: { detail: messages.yearsReversed() } })
  .nullable()
  .default(null)
  .describe('First and last publication year, such as 2015-2024; all years where left out');

export const field = z
  .string()
  .nullable()
  .default(null)
  .describe('Domain, field, subfield or topic, by name or number (3, 17, 1702, T10123), or none');

/** Sectors of both ends of a link. */
export const sectors = z
  .array(z.string())
  .min(1)
  .max(2)
  .nullable()
  .default(null)
  .describe('Only institutions of this ROR type: education, company, facility, government, healthcare, …');

export const sector = z
  .array(z.string())
  .min(1)
  .max(1)
  .nullable()
  .default(null)
  .describe('Only institutions of this ROR type: education, company, facility, government, healthcare, …');

export const seed = z.int().min(0).max(0xffffffff).default(1).describe('Seed of everything that is drawn');
export const level = z
  .number()
  .gt(0)
  .lt(1)
  .default(0.95)
  .describe('Level of the intervals, which treat works as independent');
export const draws = z
  .int()
  .min(100)
  .max(100_000)
  .default(2000)
  .describe('Draws behind joint rank intervals');

/** A region made up on the spot: a name and its cities. */
export const adHocRegions = z
  .array(z.object({ name: z.string().min(1), cities: z.array(z.string().min(1)).min(1) }))
  .default([])
  .describe('A region of your own, as "Name=place,place,…"; may be given several times');

/** Which of several overlapping regions is ranked with the others. */
export const prefer = z
  .array(z.string())
  .min(1)
  .nullable()
  .default(null)
  .describe('Regions ranked instead of those they overlap, such as yrd_27_central; defaults where left out');

/** Places that an answer follows, whatever else stands in it. */
export const placesFollowed = z
  .array(z.string())
  .min(1)
  .nullable()
  .default(null)
  .describe('Places followed, by id or exact name, such as cn:3205,gn:2643743');

export const window = z
  .int()
  .min(1)
  .max(50)
  .default(1)
  .describe('Years taken together; each window begins a year after the one before');
