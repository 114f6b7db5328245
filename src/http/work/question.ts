import type { Language, Message } from '../../base/index.ts';

/** What is asked of a source, with its parameters read and checked, and the form of the answer. */
export interface Question {
  readonly source: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly language: Language;
  /** `json`, `csv`, `parquet`, `xlsx`, or a format of the source's own. */
  readonly format: string;
  /** Parts of a JSON answer that are wanted; null for all. */
  readonly parts: readonly string[] | null;
  /** Whether CSV is for programs: texts as they are, also where a spreadsheet program would take them for formulas. */
  readonly raw: boolean;
}

/** An answer as it is sent. */
export interface Answer {
  readonly body: Uint8Array;
  readonly mediaType: string;
}

/** How far a question is, in its language. */
export interface StepTold {
  readonly what: string;
  readonly done: number;
  readonly of: number;
}

/** Why there is no answer; plain data, so that it crosses from another process. */
export type Trouble =
  /** A person's fault: InputError, without the place in a file. */
  | { readonly kind: 'input'; readonly detail: Message; readonly parameter: string | null }
  /** The tables could not be read; the engine's words are for the log. */
  | { readonly kind: 'unreadable'; readonly message: string }
  /** No observatory of the server has this id. */
  | { readonly kind: 'unknown'; readonly id: string; readonly known: readonly string[] }
  /** The observatory's folder is gone, or a build is putting new tables there. */
  | { readonly kind: 'gone' }
  /** The cluster that tables are on gives no answer; its words, and who asks what, are for the log. */
  | { readonly kind: 'cluster'; readonly message: string }
  /** The cluster holds another build than the folder. */
  | { readonly kind: 'rebuilt'; readonly message: string }
  /** The folder was built anew while it was read: what was read may be of two builds. */
  | { readonly kind: 'replaced' }
  /** `seconds`: until there may be room. */
  | { readonly kind: 'busy'; readonly seconds: number }
  /** A job that nobody asked about any more. */
  | { readonly kind: 'unasked' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'slow'; readonly seconds: number }
  | { readonly kind: 'rows'; readonly rows: number; readonly most: number }
  | { readonly kind: 'unforeseen'; readonly stack: string };

/** Whether it is no caller's to mend: the log has what. */
export function isOurs({ kind }: Trouble): boolean {
  return ['unreadable', 'unforeseen', 'cluster', 'rebuilt'].includes(kind);
}

export class TroubleError extends Error {
  override readonly name = 'TroubleError';

  constructor(readonly trouble: Trouble) {
    super(trouble.kind);
  }
}
