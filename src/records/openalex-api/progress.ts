import { open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

import { InputError } from '../../base/index.ts';
import { messages } from './messages.ts';

const FILE = 'fetch.json';

const Progress = z.strictObject({
  format: z.literal(1),
  entity: z.enum(['works', 'institutions']),
  filters: z.array(z.string()),
  /** As asked for; `dropped` are those of it that the API did not have. */
  select: z.array(z.string()),
  dropped: z.array(z.string()),
  perPage: z.int(),
  /** Part of OpenAlex that was asked of; its own default where left out. */
  corpus: z.enum(['core', 'expansion', 'all']).optional(),
  /** The day on which the first page came. */
  begun: z.string().optional(),
  finished: z.boolean(),
  /** The filter under way, by position, and the cursor of its next page (`*` before the first). */
  filter: z.int(),
  cursor: z.string(),
  pages: z.int(),
  records: z.int(),
  /** `meta.count` of each filter in its latest answer, at first as the plan had it. */
  counts: z.array(z.int()),
  /** Works got again singly because their authors were cut at 100, and those of which that failed. */
  whole: z.int(),
  cut: z.int(),
  parts: z.array(
    z.strictObject({
      file: z.string(),
      records: z.int(),
      bytes: z.int(),
      /** On which its last page came. */
      day: z.string().optional(),
    }),
  ),
  /** The part being written: what of its raw file is certain. */
  open: z.strictObject({ records: z.int(), bytes: z.int() }),
});

/** What `fetch.json` says: what was asked, how far it came, which parts are done. The key is no part of it. */
export type Progress = z.infer<typeof Progress>;

type Asked = Pick<Progress, 'entity' | 'filters' | 'select' | 'perPage' | 'corpus'>;

export function noProgress(asked: Asked): Progress {
  return {
    format: 1,
    ...asked,
    dropped: [],
    finished: false,
    filter: 0,
    cursor: '*',
    pages: 0,
    records: 0,
    counts: [],
    whole: 0,
    cut: 0,
    parts: [],
    open: { records: 0, bytes: 0 },
  };
}

/**
 * The progress of an earlier run in this folder, null where there was none.
 * @throws InputError where the folder holds something else, or the parts are no longer what was written
 */
export async function loadProgress(out: string): Promise<Progress | null> {
  let held: string[];
  try {
    held = await readdir(out);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new InputError(messages.notFolder(), { file: out });
  }
  if (!held.includes(FILE)) {
    if (held.every((name) => name === `${FILE}.tmp`)) return null;
    throw new InputError(messages.otherContents(), { file: out });
  }
  const file = join(out, FILE);
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    content = null;
  }
  const read = Progress.safeParse(content);
  if (!read.success) throw new InputError(messages.notProgress(), { file });
  for (const part of read.data.parts) {
    const size = await stat(join(out, part.file)).then(
      (found) => found.size,
      () => null,
    );
    if (size !== part.bytes)
      throw new InputError(size === null ? messages.missingPart() : messages.changedPart(), {
        file: join(out, part.file),
      });
  }
  return read.data;
}

/** @throws InputError where `asked` is not what the folder's earlier run was asked */
export function checkSame(progress: Progress, asked: Asked, out: string): void {
  const keys = ['entity', 'filters', 'select', 'perPage', 'corpus'] as const;
  const settled = (key: (typeof keys)[number], of: Asked): string =>
    JSON.stringify(key === 'select' ? [...of.select].sort() : of[key]);
  const other = keys.find((key) => settled(key, progress) !== settled(key, asked));
  if (other !== undefined)
    throw new InputError(messages.otherSetting({ setting: other, before: progress[other] ?? null }), {
      file: out,
    });
}

/** Writes whole or not at all, the same bytes for the same progress. */
export async function saveProgress(out: string, progress: Progress): Promise<void> {
  const temporary = join(out, `${FILE}.tmp`);
  const handle = await open(temporary, 'w');
  try {
    await handle.writeFile(`${JSON.stringify(Progress.parse(progress), null, 1)}\n`);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(temporary, join(out, FILE));
}
