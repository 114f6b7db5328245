/** Statements longer than this, and answers with more rows, are asked anew. */
const MOST_CHARACTERS = 4_000;
const MOST_ROWS = 1_000;
const MOST_ANSWERS = 500;

/** Short answers by their statements: tables do not change while they are open. The one longest unasked for goes first. */
export class QueryCache {
  private readonly answers = new Map<string, readonly object[]>();

  /** A copy, which may be sorted or filled. */
  async get<T extends object>(statement: string, ask: () => Promise<T[]>): Promise<T[]> {
    if (statement.length > MOST_CHARACTERS) return ask();
    const known = this.answers.get(statement) as readonly T[] | undefined;
    const rows = known ?? (await ask());
    if (rows.length > MOST_ROWS) return rows as T[];
    this.answers.delete(statement);
    this.answers.set(statement, rows);
    if (this.answers.size > MOST_ANSWERS) this.answers.delete(this.answers.keys().next().value!);
    return rows.map((row) => ({ ...row }));
  }
}
