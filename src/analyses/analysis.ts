import type { z } from 'zod';
import type { Observatory } from '../observatory/index.ts';
import type { Bilingual, Language, Message } from '../base/index.ts';
import type { About } from './about/about.ts';
import { strict } from './parameters/strict.ts';
import type { TellStep } from './progress.ts';

export type { Bilingual, Language };

/** One column of a result's rows, for tables and exports: how to reach it and what to call it. */
export interface ResultColumn<R, A = Result<R>> {
  readonly id: string;
  readonly title: Bilingual;
  /** Decimals in a printed table; whole text where left out. */
  readonly digits?: number;
  /** In exports only: beside the point of this answer, or too much for a printed table. */
  aside?(result: A): boolean;
  /** Not of this answer: neither printed nor exported. */
  absent?(result: A): boolean;
  value(row: R, language?: Language): string | number | boolean | Message | null;
}

/** What an analysis answers: rows, and what they mean. Some give single findings beside the rows. */
export interface Result<R> {
  readonly about: About;
  readonly rows: readonly R[];
}

/** A file format of one analysis's own, beside the tables that all have: a network for programs that draw networks. */
export interface ResultFile<A> {
  /** What it is and which programs read it. */
  readonly title: Bilingual;
  readonly mediaType: string;
  /** What its files end with, without the dot. */
  readonly extension: string;
  /** The whole file, with the answer's `about` inside; the same bytes for the same answer. */
  write(result: A, language: Language): string;
}

/**
 * A question asked of an observatory, declared once. Surfaces derive everything from it: flags, routes, forms, exports.
 * `P` is what the parameters are after parsing, `R` a row of the answer.
 */
export interface Analysis<P extends z.ZodObject, R, A extends Result<R>> {
  readonly id: string;
  readonly title: Bilingual;
  /** One line of a list of commands, in English. */
  readonly summary: string;
  readonly description: Bilingual;
  readonly params: P;
  /** The parameter that a command line takes as its first words, such as what is needed. */
  readonly argument?: keyof P['shape'] & string;
  /** Parameters of an example that any observatory of these cities answers; left out where none are needed. */
  readonly example?: Partial<z.input<P>>;
  /** What it answers: its rows and what stands beside them. */
  readonly result: z.ZodType<A>;
  readonly columns: readonly ResultColumn<R, A>[];
  /** Sentences that a surface prints above the table: the findings that are no rows. */
  findings?(result: A): readonly Message[];
  /** Formats of its own, by the name that asks for them. */
  readonly files?: Readonly<Record<string, ResultFile<A>>>;
  run(observatory: Observatory, params: z.output<P>, tell?: TellStep): Promise<A>;
  /** The answer where no observatory is open; left out where there is none without. */
  alone?(params: z.output<P>): Promise<A>;
}

/** Declares an analysis. Its parameters are its own and no others: parsing refuses a name that it does not know. */
export function defineAnalysis<P extends z.ZodObject, R, A extends Result<R>>(
  analysis: Analysis<P, R, A>,
): Analysis<P, R, A> {
  return Object.freeze({ ...analysis, params: strict(analysis.params) });
}
