import type { Language } from './language.ts';
import { type Message, type ParameterStyle, render } from './messages.ts';

/** Where something is wrong: the file and line, and the parameter that it was given by, where they are known. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly parameter?: string;
}

/**
 * What is wrong with something a person handed in, and what to do about it. Surfaces print it in their language; the
 * command line exits with 1.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly detail: Message;
  readonly file: string | null;
  readonly line: number | null;
  readonly parameter: string | null;

  constructor(detail: Message, at: Place = {}) {
    super('');
    this.detail = detail;
    this.file = at.file ?? null;
    this.line = at.line ?? null;
    this.parameter = at.parameter ?? null;
    this.message = this.text('en');
  }

  /** The whole text: `file:line: what is wrong and what to do`. */
  text(language: Language, style?: ParameterStyle): string {
    const { file, line } = this;
    const where = file === null ? '' : line === null ? `${file}: ` : `${file}:${line}: `;
    return `${where}${render(this.detail, language, style)}`;
  }
}
