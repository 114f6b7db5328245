import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InputError } from '../base/index.ts';
import { Lines } from '../places/institutions/lines.ts';
import { openAlexNumber } from '../records/ids.ts';
import { isGzip, listFiles } from './id-lists.ts';
import { messages } from './messages.ts';

/** Works that OpenAlex deleted. */
export interface DeletedIds {
  readonly files: readonly string[];
  readonly works: ReadonlySet<number>;
}

/** The reason with which such works are left out. */
export const DELETED = 'deleted';

/**
 * Reads the snapshot's `deleted_ids.csv`: CSV, plain or gzip, whose header names a column `id`, or lines that are ids and
 * nothing else. Of ids only those of works count. Line by line, as lists of millions are larger than one text can be.
 * @throws InputError where a path is not there, or neither the header nor the first line tells ids
 */
export async function readDeletedIds(paths: readonly string[]): Promise<DeletedIds> {
  const files = paths.flatMap((path) => listFiles(path, '--deleted-ids'));
  const works = new Set<number>();
  for (const file of files) await readFile(file, works);
  return { files, works };
}

async function readFile(file: string, works: Set<number>): Promise<void> {
  let column = -1;
  const lines = new Lines((bytes, line) => {
    const cells = bytes
      .toString('utf8')
      .split(',')
      .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    if (line === 1) {
      column = Math.max(
        cells.indexOf('id'),
        cells.findIndex((cell) => /^(?:https?:\/\/openalex\.org\/)?[A-Z][0-9]+$/i.test(cell)),
      );
      if (column < 0) throw new InputError(messages.noIdColumn(), { file, line });
    }
    const work = openAlexNumber(cells.at(column) ?? '', 'W');
    if (work !== null) works.add(work);
  });
  const take = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) lines.push(chunk);
  };
  if (isGzip(file)) await pipeline(createReadStream(file), createGunzip(), take);
  else await pipeline(createReadStream(file), take);
  lines.end();
}
