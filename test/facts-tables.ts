import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Facts, type Figure, figure, type FigureQuestion } from '../src/facts/index.ts';
import { csvRecords } from '../src/places/csv.ts';

export const STATISTICS =
  'place,metric,year,value,unit,vintage,source,bound,url,status,note,source_kind,evidence';
export const METRICS = 'metric,name,name_zh,unit,kind,direction,additive,publisher,constant,prefer';
const POLICIES = 'date,region,stage,event,source';

export interface OwnTables {
  /** Rows without their header, each in the columns above; cells at the end may be left out. */
  readonly statistics?: readonly string[];
  readonly metrics?: readonly string[];
  readonly policies?: readonly string[];
}

/** Writes a table to a folder that is removed when `use` has ended, and hands it the path. */
export async function withTable<T>(
  header: string,
  rows: readonly string[],
  use: (file: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'synopolis-facts-'));
  try {
    const file = join(folder, 'own.csv');
    const width = header.split(',').length;
    const filled = rows.map((row) => {
      const lacks = width - csvRecords(row, file)[0].cells.length;
      // What a test says nothing of was read in a yearbook.
      return row + ','.repeat(Math.max(0, lacks)) + (lacks > 0 && header === STATISTICS ? 'yearbook' : '');
    });
    writeFileSync(file, [header, ...filled, ''].join('\n'));
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The shipped facts and a user's own rows besides them, read from files as a user's are. */
export async function factsWith({
  statistics = [],
  metrics = [],
  policies = [],
}: OwnTables = {}): Promise<Facts> {
  return withTable(METRICS, metrics, (ownMetrics) =>
    withTable(STATISTICS, statistics, (ownStatistics) =>
      withTable(POLICIES, policies, (ownPolicies) =>
        Facts.open({ metrics: [ownMetrics], statistics: [ownStatistics], policies: [ownPolicies] }),
      ),
    ),
  );
}

/** Made-up metrics: one that may be summed, one that may not, one that does not change. */
const OWN_METRICS = [
  'labs,Laboratories,实验室数,count,count,up,yes,ministries,no,new list|old list',
  'lab_share,Share of laboratories,实验室占比,%,share,up,no,ministries,no,',
  'forest,Forest,森林,km2,amount,none,yes,ministries,yes,',
];

/** Figures of the first of them, all of one list; a row is `place,year,value[,bound]`. */
export function labs(list: string, ...rows: string[]): string[] {
  return rows.map((row) => {
    const [place, year, value, bound = ''] = row.split(',');
    return `${place},labs,${year},${value},count,${list},ministry,${bound}`;
  });
}

/** The figure among made-up ones. */
export async function ownFigure(tables: OwnTables, question: FigureQuestion): Promise<Figure> {
  return figure(await factsWith({ metrics: OWN_METRICS, ...tables }), question);
}
