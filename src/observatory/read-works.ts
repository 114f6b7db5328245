import { InputError, render } from '../base/index.ts';
import type { WorksFile } from '../records/index.ts';
import type { Part } from './finished-parts.ts';
import type { Manifest } from './manifest.ts';
import { messages } from './messages.ts';
import type { PartMaker } from './parts.ts';

export interface WorksRead {
  /** In the order of the files; a later one wins over an earlier (law 3). */
  readonly parts: readonly Part[];
  readonly damaged: Manifest['damaged'];
}

/**
 * Makes or finds the part of every file, several at a time. A file that is damaged does not stop the others, whose
 * parts are kept.
 * @throws InputError where files are damaged and may not be left out, or there is no work in any
 */
export async function readWorks(
  files: readonly WorksFile[],
  maker: PartMaker,
  { width, skipDamaged }: { width: number; skipDamaged: boolean },
): Promise<WorksRead> {
  const faults = new Map<WorksFile, InputError>();
  const found = await inParallel(files, width, async (file) => {
    try {
      return await maker.part(file);
    } catch (error) {
      if (!(error instanceof InputError) || error.file !== file.path) throw error;
      faults.set(file, error);
      return null;
    }
  });
  const inOrder = files.flatMap((file) => faults.get(file) ?? []);
  if (inOrder.length > 0 && !skipDamaged) throw damage(inOrder);
  // A file given twice under two names is one part; it stands where it was named last.
  const last = new Map(
    found.flatMap((part) => (part === null ? [] : [[part.folder, part] as const])).reverse(),
  );
  const parts = [...last.values()].reverse();
  if (parts.every(({ segments }) => segments.length === 0)) {
    throw new InputError(messages.noWorks());
  }
  return {
    parts,
    damaged: inOrder.map(({ file, detail }) => ({ path: file ?? '', problem: render(detail, 'en') })),
  };
}

function damage(faults: readonly InputError[]): InputError {
  if (faults.length === 1) return faults[0];
  const files = faults.map(({ file, line, detail }) => ({ file, line, problem: detail }));
  return new InputError(messages.unusableFiles({ files }));
}

async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  run: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array<R>(items.length);
  let next = 0;
  const connection = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) results[i] = await run(items[i]);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, connection));
  return results;
}
