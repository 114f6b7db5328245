import type { z } from 'zod';
import type { TellStep } from '../analyses/index.ts';
import type { Observatory } from '../observatory/index.ts';
import type { Printable } from '../tabular/printable.ts';
import type { Bilingual, Language } from '../base/index.ts';

/** What a source answers. */
export interface SourceAnswer {
  readonly printable: Printable;
  /** Its own formats, made when one is asked for. */
  own?(format: string): string;
}

export interface SourceColumn {
  readonly id: string;
  readonly title: string;
  /** Numbers or nothing, where it is set. */
  readonly digits?: number | undefined;
}

/**
 * What can be asked for at one path: declared once; the route, its parameters, its formats, its place in the OpenAPI
 * document and its answer in a reading process come from here.
 */
export interface Source {
  readonly id: string;
  /** Such as `/api/places/{id}`. */
  readonly path: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly params: z.ZodObject;
  /** The parameter that stands in the path. */
  readonly inPath?: string;
  /** What its JSON has of its own, where that is declared. */
  readonly result?: z.ZodType;
  /** Columns of its table where they are the same for every answer. */
  readonly columns: readonly SourceColumn[] | null;
  /** Formats of its own, by name. */
  readonly own?: Readonly<Record<string, { readonly mediaType: string; readonly extension: string }>>;
  /** Answered from the manifest or without any observatory: in the server's own process, in no time. */
  readonly light?: true;
  /** Answered by a process that long questions do not keep busy: somebody is typing. */
  readonly quick?: true;
  answer(
    observatory: Observatory,
    parameters: never,
    language: Language,
    tell?: TellStep,
  ): Promise<SourceAnswer>;
}

/** A source whose answer takes what its parameters are. */
export function defineSource<P extends z.ZodObject>(
  source: Omit<Source, 'params' | 'answer'> & {
    readonly params: P;
    answer(
      observatory: Observatory,
      parameters: z.output<P>,
      language: Language,
      tell?: TellStep,
    ): Promise<SourceAnswer>;
  },
): Source {
  return Object.freeze(source);
}
