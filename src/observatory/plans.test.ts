import { afterAll, describe, expect, it } from 'vitest';
import { ODD_WORKS } from '../../test/records/odd-works.ts';
import { asLines, asParquet, worksOf } from '../../test/records/relations.ts';
import { Bench } from '../../test/observatory/observatories.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import type { FileEngine } from '../engine/engine.ts';
import { raw, type Sql, sql } from '../engine/sql.ts';
import { Gazetteer, prepareInstitutions } from '../places/index.ts';
import { loadParquet } from '../records/index.ts';
import { Filters } from './filters.ts';
import { loadingFiles, loadInstitutions } from './load-references.ts';
import { makePart } from './part.ts';

/** An engine that looks at the plan of a statement before it runs it. */
class Planning implements FileEngine {
  readonly version = 'as that of the engine it looks at';
  statements = 0;
  /** Statements that hold each row of one side against each of the other. */
  readonly looped: string[] = [];

  constructor(private readonly engine: DuckDBEngine) {}

  async query<T extends object>(statement: Sql): Promise<T[]> {
    await this.look(statement);
    return this.engine.query<T>(statement);
  }

  async execute(statement: Sql): Promise<void> {
    await this.look(statement);
    await this.engine.execute(statement);
  }

  async table(table: string, query: Sql): Promise<void> {
    await this.look(query);
    await this.engine.table(table, query);
  }

  async view(view: string, query: Sql): Promise<void> {
    await this.look(query);
    await this.engine.view(view, query);
  }

  drop(table: string): Promise<void> {
    return this.engine.drop(table);
  }

  async export(query: Sql, file: string): Promise<number> {
    await this.look(query);
    return this.engine.export(query, file);
  }

  cancel(): void {
    this.engine.cancel();
  }

  close(): void {
    this.engine.close();
  }

  private async look(statement: Sql): Promise<void> {
    this.statements++;
    const plan = await this.engine.query<{ explain_value: string }>(sql`EXPLAIN ${statement}`);
    if (plan.some(({ explain_value }) => /BLOCKWISE_NL_JOIN|NESTED_LOOP_JOIN/.test(explain_value)))
      this.looped.push(statement.text);
  }
}

const bench = new Bench();
afterAll(() => {
  bench.dispose();
});

describe('the statements that make a part', () => {
  it('join by keys, so that a hundred thousand institutions and sources are not held against each row', async () => {
    const engine = await DuckDBEngine.open();
    const planning = new Planning(engine);
    try {
      // The engine takes loops for a handful of rows whatever the keys are.
      await engine.execute(sql`SET ${raw('nested_loop_join_threshold')} = 0`);
      await engine.execute(sql`SET ${raw('merge_join_threshold')} = 0`);
      const institutions = [bench.text('institutions.jsonl', openAlexLines())];
      const prepared = await prepareInstitutions({ paths: institutions }, await Gazetteer.open());
      await loadInstitutions(loadingFiles(engine, bench.folder), prepared, new Map());
      const file = await asParquet(engine, worksOf(asLines(ODD_WORKS)));
      await loadParquet(planning, file, 0, ODD_WORKS.length);
      const made = await makePart(planning, bench.path('part'), {
        filters: Filters.parse({}),
        partition: null,
        plausible: { from: 1500, to: 2027 },
      });
      expect(made.records).toBe(5);
    } finally {
      engine.close();
    }
    expect(planning.statements).toBeGreaterThan(30);
    expect(planning.looped).toEqual([]);
  });
});
