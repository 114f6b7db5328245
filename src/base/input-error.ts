import type { Language } from './language.ts';
import { defineMessages, type Message, type ParameterStyle, render } from './messages.ts';

const legacy = defineMessages('legacy', {
  text: {
    en: ({ what, todo }: { what: string; todo: string }) => `${what} ${todo}`.trim(),
    zh: ({ what, todo }) => `${what} ${todo}`.trim(),
  },
});
/** For texts that have no code yet. */
export const legacyMessage = (what: string, todo = ''): Message => legacy.text({ what, todo });

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

  constructor(detail: Message | string, at: Place & { readonly todo?: string } = {}) {
    super('');
    this.detail = typeof detail === 'string' ? legacyMessage(detail, at.todo) : detail;
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

  get what(): string {
    return this.detail.code === 'legacy.text' ? String(this.detail.params.what) : render(this.detail, 'en');
  }

  get todo(): string {
    return this.detail.code === 'legacy.text' ? String(this.detail.params.todo) : '';
  }
}
