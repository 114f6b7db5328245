import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedOf } from '../../../test/asked-paths.ts';
import { readSpreadsheet } from '../../../test/cli/spreadsheet.ts';
import { fullUnless } from '../../../test/few-and-many.ts';
import { servedWorld, type ServedWorld } from '../../../test/served-world.ts';
import { DuckDBEngine } from '../../engine/duckdb.ts';
import { sql } from '../../engine/sql.ts';
import { openApi } from '../openapi/document.ts';
import { SOURCES } from '../sources.ts';

interface Body {
  readonly told: readonly string[];
  readonly findings: readonly string[];
  readonly about?: unknown;
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly table: readonly Readonly<Record<string, unknown>>[];
}

const { paths } = openApi() as unknown as {
  readonly paths: Readonly<
    Record<string, { get: { responses: { 200: { content: Readonly<Record<string, unknown>> } } } }>
  >;
};
const folder = mkdtempSync(join(tmpdir(), 'formats-'));
const engines: DuckDBEngine[] = [];
let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld();
  engines.push(await DuckDBEngine.open({ threads: 1 }));
});
afterAll(async () => {
  await served.close();
  for (const engine of engines) engine.close();
  rmSync(folder, { recursive: true });
});

/** Rows as Parquet holds them: a column of several kinds of value is text. */
function asColumns({ columns, table }: Body): Record<string, unknown>[] {
  const mixed = columns.filter(({ id }) => {
    const kinds = table.flatMap((row) => (row[id] === null ? [] : [typeof row[id]]));
    return new Set(kinds).size > 1;
  });
  const texts = new Set(mixed.map(({ id }) => id));
  return table.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([id, value]) => [
        id,
        texts.has(id) && value !== null ? String(value as string | number | boolean) : value,
      ]),
    ),
  );
}

/** Sources for every run: rows of every kind, and what is no analysis. The others are like them. */
const FEW = ['ranking', 'match', 'panel', 'places', 'claims'];

describe.each(SOURCES)('$path', (source) => {
  it(
    'answers in every format the same, with what it means',
    fullUnless(FEW.includes(source.id)),
    async () => {
      const asked = askedOf(source)!;
      const parts = `${asked.includes('?') ? '&' : '?'}parts=told,findings,columns,table`;
      const told: Body = (await served.json(`${asked}${parts}`)).body;
      const file = async (format: string): Promise<string> => {
        const response = await served.get(askedOf(source, `.${format}`)!);
        const bytes = Buffer.from(await response.arrayBuffer());
        expect([response.status, response.status === 200 ? '' : bytes.toString()]).toEqual([200, '']);
        const { content } = paths[`${source.path}.{format}`].get.responses[200];
        expect(Object.keys(content)).toContain(response.headers.get('content-type'));
        expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.\w+"$/);
        writeFileSync(join(folder, `answer.${format}`), bytes);
        return join(folder, `answer.${format}`);
      };

      const lines = readFileSync(await file('csv'), 'utf8').split('\n');
      const comments = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2));
      const means = [...told.told, ...told.findings].map((one) => one.replace(/\s*[\r\n]+\s*/g, ' '));
      expect(comments).toEqual(means);
      expect(lines[comments.length]).toBe(told.columns.map(({ id }) => id).join(','));

      const parquet = await file('parquet');
      const rows = await engines[0].query(sql`SELECT * FROM read_parquet(${parquet})`);
      expect(rows).toEqual(asColumns(told));
      const kept = await engines[0].query<{ key: string; value: string }>(
        sql`SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata(${parquet})`,
      );
      const metadata = new Map(kept.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
      expect(metadata.get('about')).toEqual(told.about ?? told.told);
      expect(metadata.get('findings')).toEqual(told.findings);

      const [sheet, about] = [...readSpreadsheet(await file('xlsx')).values()];
      expect(sheet[0]).toEqual(told.columns.map(({ title }) => title));
      expect(sheet).toHaveLength(told.table.length + 1);
      expect(about.flat()).toEqual([...told.findings, ...told.told]);
    },
  );
});

const own = SOURCES.flatMap((source) => Object.keys(source.own ?? {}).map((format) => ({ source, format })));

it.each(own)('$source.path.$format is a format of its own, with what it means inside', async (one) => {
  const { source, format } = one;
  const response = await served.get(askedOf(source, `.${format}`)!);
  const { mediaType, extension } = source.own![format];
  expect([response.status, response.headers.get('content-type')]).toEqual([200, mediaType]);
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="${source.id}.${extension}"`,
  );
  expect(await response.text()).toContain('synthetic demonstration');
});
