import { COMPILED } from '../src/base/own-program.ts';

/** Compiled, where `dist` is of the source as it stands. */
const fromSource = process.env[COMPILED] === undefined;

/** The address of a module of the source, given as `cli/main.ts`, as a string of JavaScript for a program of `wordsFor`. */
export const addressOf = (path: string): string =>
  JSON.stringify(
    new URL(fromSource ? `../src/${path}` : `../dist/${path.replace(/\.ts$/, '.js')}`, import.meta.url).href,
  );

/** What Node is started with to run a program that imports modules by these addresses. */
export function wordsFor(program: string): string[] {
  if (fromSource) return ['--import', 'tsx', '--input-type=module', '-e', program];
  // A thread of a compiled file inherits `--input-type`, and refuses it.
  return ['-e', `import(${JSON.stringify(`data:text/javascript,${encodeURIComponent(program)}`)})`];
}
