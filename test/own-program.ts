import { ownModule } from '../src/base/own-module.ts';

/** The address of a module of the source, given as `cli/main.ts`, as a string of JavaScript for a program of `wordsFor`. */
export const addressOf = (path: string): string =>
  JSON.stringify(ownModule(`../src/${path}`, import.meta.url).url.href);

/** What Node is started with to run a program that imports modules by these addresses. */
export function wordsFor(program: string): string[] {
  const { fromSource } = ownModule('../src/index.ts', import.meta.url);
  if (fromSource) return ['--import', 'tsx', '--input-type=module', '-e', program];
  // A thread of a compiled file inherits `--input-type`, and refuses it.
  return ['-e', `import(${JSON.stringify(`data:text/javascript,${encodeURIComponent(program)}`)})`];
}
