/** What a command ends with: 1 failed, 2 asked for in a way that cannot be done. The message goes to stderr. */
export class CliError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
    this.name = 'CliError';
  }
}
