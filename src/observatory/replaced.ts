/**
 * The folder no longer holds the build that was opened: what was read since may be of another one. No InputError: those that
 * a question passes over, as of a part that cannot be asked for, must not take this one along.
 */
export class ReplacedError extends Error {
  constructor(folder: string) {
    super(`${folder}: was built anew, or taken away, while it was being read. Ask again.`);
    this.name = 'ReplacedError';
  }
}
