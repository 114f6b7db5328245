import { createWriteStream } from 'node:fs';
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { makeFolder } from '../places/index.ts';
import { lineWriter, type LineSize, type LineWriter } from './lines.ts';
import { chance, streamOf } from './sampling.ts';
import { drawWork } from './works.ts';
import { institutionLines, type World } from './world.ts';

export interface WorksParameters {
  /** Distinct works in all parts together. */
  readonly works: number;
  readonly parts: number;
  readonly size: LineSize;
}

export interface WrittenPart {
  readonly file: string;
  readonly lines: number;
  /** Of JSON, newlines included. */
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** So many works have a second, newer version, in this or another part. */
const REVISED = 0.003;
/** Characters handed to gzip at once. */
const CHUNK = 1 << 20;
const GZIP_LEVEL = 6;

/**
 * The lines of one part: its works in order, and among them newer versions of works of any part (three in a thousand),
 * so that a version may stand before or after the one it replaces.
 */
export function* workLines(
  world: World,
  { works, parts }: WorksParameters,
  part: number,
  line: LineWriter,
): Generator<string> {
  const random = streamOf(world.seed, 'works', part);
  const end = Math.floor(((part + 1) * works) / parts);
  for (let index = Math.floor((part * works) / parts); index < end; index++) {
    yield line(drawWork(world, index));
    if (chance(random, REVISED)) yield line(drawWork(world, random.integer(works)), true);
  }
}

/**
 * Writes one part, gzipped, memory flat. The same world and parameters give the same bytes.
 * @param rewrite what becomes of each line before it is written
 */
export async function writePart(
  world: World,
  parameters: WorksParameters,
  part: number,
  file: string,
  rewrite: (line: string) => string = (line) => line,
): Promise<WrittenPart> {
  let lines = 0;
  let bytes = 0;
  function* chunks(): Generator<Buffer> {
    let text = '';
    const flush = (): Buffer => {
      const chunk = Buffer.from(text);
      bytes += chunk.length;
      text = '';
      return chunk;
    };
    for (const line of workLines(world, parameters, part, lineWriter(world, parameters.size))) {
      text += rewrite(line) + '\n';
      lines++;
      if (text.length >= CHUNK) yield flush();
    }
    if (text !== '') yield flush();
  }
  const partial = `${file}.partial`;
  await pipeline(
    Readable.from(chunks(), { highWaterMark: 2 }),
    createGzip({ level: GZIP_LEVEL }),
    createWriteStream(partial),
  );
  await rename(partial, file);
  return { file, lines, bytes, gzipBytes: (await stat(file)).size };
}

export function partName(part: number): string {
  return `part_${String(part).padStart(3, '0')}.gz`;
}

/** Makes `folder/works` empty of parts of an earlier world and writes `institutions.jsonl` and `truth.json` beside it. */
export async function writeSurroundings(
  world: World,
  folder: string,
  parameters: WorksParameters,
): Promise<void> {
  const works = join(folder, 'works');
  makeFolder(works);
  for (const name of await readdir(works))
    if (/^part_\d+\.gz(\.partial)?$/.test(name)) await rm(join(works, name));
  await writeFile(join(folder, 'institutions.jsonl'), [...institutionLines(world), ''].join('\n'));
  await writeFile(
    join(folder, 'truth.json'),
    JSON.stringify(
      {
        synthetic: true,
        note: 'Synthetic demonstration: drawn by the seed, never by nation. From the year after policyYear a city of the region chooses a partner inside it with `factor` times the weight of before.',
        seed: world.seed,
        years: world.years,
        ...parameters,
        regions: world.truth,
      },
      null,
      2,
    ) + '\n',
  );
}
