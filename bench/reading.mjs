// Reads files of works as a build does, two at a time, checked and hashed, up to the relations that readers hand over, and
// makes nothing of these.
//   node bench/reading.mjs SCRATCH FILE…
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ReaderPool, SEGMENT, detectFormat } from '../dist/records/index.js';

const [scratch, ...files] = process.argv.slice(2);
const pool = new ReaderPool(2);
const reports = await Promise.all(
  files.map((path, i) =>
    pool.read({
      path,
      format: detectFormat(path),
      folder: join(scratch, String(i)),
      segment: SEGMENT,
      onBytes: () => undefined,
      take: (folder) => Promise.resolve(rmSync(folder, { recursive: true })),
    }),
  ),
);
await pool.close();
console.log(reports.reduce((sum, { records }) => sum + records, 0));
