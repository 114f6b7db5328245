import { readFileSync } from 'fs';

/** What an index file exports from, through the indexes of its folders: each file as a path from there, without its ending. */
export function exportedFiles(index: URL, statement = /from '\.\/(.+)\.ts'/): string[] {
  const statements = readFileSync(index, 'utf8').matchAll(/^export .*$/gm);
  const files = [...statements].flatMap(([line]) => {
    const name = /from '\.\/(.+)\.ts'/.exec(line)?.[1];
    if (name === undefined) return [];
    if (!name.endsWith('/index')) return statement.test(line) ? [name] : [];
    const folder = name.slice(0, -'index'.length);
    return exportedFiles(new URL(`./${name}.ts`, index), statement).map((file) => folder + file);
  });
  return [...new Set(files)];
}
