import { basename, dirname, resolve } from 'node:path';

/** What `demo` and `build` call the folder in a folder that has the better name. */
const PLAIN = 'observatory';

/**
 * A short id for each folder, in their order: the folder's name in letters that need no escape in a URL, the name of the
 * folder around it where it is just `observatory` or another has the same, else with a number.
 *
 * @example idsOf(['demo/observatory', 'health']) // ['demo', 'health']
 */
export function idsOf(folders: readonly string[]): readonly string[] {
  const own = folders.map((folder) => slug(basename(resolve(folder))));
  const taken = new Set<string>();
  return folders.map((folder, i) => {
    const around = slug(basename(dirname(resolve(folder))));
    const isShared = own.filter((id) => id === own[i]).length > 1;
    const wanted = own[i] === '' || own[i] === PLAIN ? around : isShared ? `${around}-${own[i]}` : own[i];
    const stem = wanted.replace(/^-/, '') === '' ? PLAIN : wanted.replace(/^-/, '');
    let id = stem;
    for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`;
    taken.add(id);
    return id;
  });
}

function slug(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
