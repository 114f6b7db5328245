// Reads every part and table of an observatory and writes it once more, two at a time, with nothing computed, joined or
// sorted: what they cost at the very least in this engine.
//   node bench/floor/rewrite.mjs OBSERVATORY OUT
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [observatory, out] = process.argv.slice(2);
const files = readdirSync(observatory, { recursive: true }).filter((name) => name.endsWith('.parquet'));
mkdirSync(out, { recursive: true });
const engine = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '360MB' });
const rewrite = async () => {
  const lane = await engine.connect();
  for (let file = files.pop(); file !== undefined; file = files.pop())
    await lane.run(
      `COPY (SELECT * FROM '${join(observatory, file)}') TO '${join(out, file.replaceAll(/[\\/]/g, '-'))}'
        (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
    );
  lane.closeSync();
};
await Promise.all([rewrite(), rewrite()]);
engine.closeSync();
