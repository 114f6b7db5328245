import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { links } from '../../analyses/index.ts';
import { DuckDBEngine } from '../../engine/duckdb.ts';
import { sql } from '../../engine/sql.ts';
import { reseal } from '../../../test/observatory/tamper.ts';
import { Observatory } from '../../observatory/index.ts';
import type { Question } from './question.ts';
import { Reader } from './reader.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'reader-')), 'slow');
let world: AnalysedWorld;
let reader: Reader;

/** An observatory in which authors of two cities have each five thousand times: they are joined for many minutes. */
beforeAll(async () => {
  world = await analysedWorld({ works: 600, seed: 5 });
  cpSync(world.folder, folder, { recursive: true });
  const table = join(world.folder, 'work_coaffiliations.parquet');
  const engine = await DuckDBEngine.open({ threads: 1 });
  try {
    const coaffiliated = sql`SELECT h.* FROM read_parquet(${table}) h CROSS JOIN range(5000)`;
    await engine.export(coaffiliated, join(folder, 'work_coaffiliations.parquet'));
  } finally {
    engine.close();
  }
  await reseal(join(folder, 'work_coaffiliations.parquet'));
  const opened = await Observatory.open(folder);
  opened.close();
  reader = new Reader({ folder, hash: opened.hash, rows: 1_000, keeps: true });
  await reader.ready;
});
afterAll(async () => {
  await reader.close();
  await world.close();
  rmSync(join(folder, '..'), { recursive: true });
});

const asked = (source: string, parameters: object): Question => ({
  source,
  parameters: parameters as Question['parameters'],
  language: 'en',
  format: 'json',
  parts: null,
  raw: false,
});

it('the engine’s query ends when its question is cancelled, and its process answers the next', async () => {
  await reader.ask(asked('definitions', {}));
  let settled = false;
  const slow = reader.ask(asked('links', links.params.parse({ kind: 'region', sector: ['education'] })));
  const ended = slow.then(
    () => 'answered',
    (error: unknown) => error,
  );
  void ended.then(() => (settled = true));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(settled).toBe(false);
  reader.cancel();
  expect(await ended).toMatchObject({ trouble: { kind: 'cancelled' } });
  // It was not ended with its process, as arithmetic is.
  expect(reader.ended).toBe(false);
  const { body } = await reader.ask(asked('definitions', {}));
  expect(body.byteLength).toBeGreaterThan(1_000);
});
