import { InputError } from '../base/index.ts';

/** A file of an observatory is not as the build wrote it. */
export class DamagedError extends InputError {
  constructor(file: string, how: string) {
    super(`${how}.`, {
      file,
      todo: 'Run the same `synopolis build` again: parts that are whole are used, and the rest is made anew.',
    });
  }
}
