/**
 * What is wrong with something a person handed in: the file and line where that is known, and what to do about it.
 * Surfaces print `message` as it is and exit with 1.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** The fault alone, without place and remedy. */
  readonly what: string;
  readonly file: string | null;
  readonly line: number | null;
  /** What the person can do about it, one sentence. */
  readonly todo: string;

  constructor(what: string, at: { file?: string; line?: number; todo: string }) {
    const where =
      at.file === undefined ? '' : at.line === undefined ? `${at.file}: ` : `${at.file}:${String(at.line)}: `;
    super(`${where}${what} ${at.todo}`);
    this.what = what;
    this.file = at.file ?? null;
    this.line = at.line ?? null;
    this.todo = at.todo;
  }

  /** The same in other words. */
  said(as: (text: string) => string): InputError {
    const { file, line } = this;
    return new InputError(as(this.what), {
      ...(file === null ? {} : { file }),
      ...(line === null ? {} : { line }),
      todo: as(this.todo),
    });
  }
}
