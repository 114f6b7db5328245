import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../test/analysed-world.ts';
import { synopolis } from '../../test/cli/shell.ts';
import type { CheckedRow } from '../claims/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'claims-cli-'));
let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 600, seed: 5 });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

function own(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const OWN = `claims:
  - id: first
    text: { en: Beijing ranks above Hefei by Share, zh: 北京的份额高于合肥 }
    operator: is
    value: 'true'
    source: A blog
    check: computed
    figure: outranks(Beijing, Hefei, by=share)
`;

describe('synopolis claims', () => {
  it('lists the shipped claims with verdict, figure and source, and keeps three totals apart', async () => {
    const { out, code } = await synopolis('claims', '--format', 'json');
    const { totals, rows } = JSON.parse(out) as {
      totals: { computed: { all: number }; judged: { all: number }; none: number };
      rows: CheckedRow[];
    };
    expect(code).toBe(0);
    expect(rows).toHaveLength(36);
    for (const row of rows) expect(row).toMatchObject({ id: /^C\d\d$/.exec(row.id)![0] });
    expect(Object.keys(rows[0])).toEqual(
      expect.arrayContaining(['id', 'text', 'check', 'verdict', 'figure', 'source']),
    );
    expect(totals.computed.all + totals.judged.all + totals.none).toBe(36);
    const table = await synopolis('claims');
    expect(table.out).toMatch(/Computed: \d+ \(.*\)\. Judged by a reader, not counted as checked: \d+/);
    expect(table.out).toMatch(
      /C04: cannot be checked, on record as confirmed\..*years missing: 2016, 2018–2020/,
    );
  });

  it('says it in Chinese', async () => {
    const { out } = await synopolis('claims', '--lang', 'zh');
    expect(out).toContain('计算得出');
    expect(out).toContain('不准确');
    expect((await synopolis('claims', 'show', 'C08', '--lang', 'zh')).out).toContain('大致成立');
  });

  it('shows one claim with its arithmetic, its source and what would change it', async () => {
    const { out, code } = await synopolis('claims', 'show', 'C08');
    expect(code).toBe(0);
    expect(out).toContain('holds approximately (computed)');
    expect(out).toContain('Beijing 4.9843 + Tianjin 1.8024 + Hebei 4.7527 = 11.539 trn CNY');
    expect(out).toMatch(/What would change it:\n.*10\.4 trn CNY, contradicted/s);
    const unknown = await synopolis('claims', 'show', 'C99');
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('there is no claim C99');
  });

  it('checks claims of one’s own, of an observatory where one is named, and marks what is synthetic', async () => {
    const file = own('own.yaml', OWN);
    const alone = await synopolis('claims', 'check', file);
    expect(alone.out).toContain('cannot be checked');
    const asked = await synopolis('claims', 'check', file, world.folder);
    expect(asked.out).toMatch(/^Claims — synthetic demonstration\n/);
    expect(asked.out).toMatch(/first +holds +1\.000/);
    const shown = await synopolis('claims', 'show', 'first', world.folder, '--file', file);
    expect(shown.out).toContain('Probability that it is true: > 0.99');
    expect(shown.out).toContain('synthetic demonstration');
    const csv = join(folder, 'own.csv');
    await synopolis('claims', 'check', file, world.folder, '--out', csv);
    expect(readFileSync(csv, 'utf8')).toContain('synthetic demonstration');
  });

  it('ends with 1 where a verdict is one that must not be', async () => {
    expect((await synopolis('claims', '--fail-on', 'contradicted')).code).toBe(1);
    const file = own('own.yaml', OWN);
    expect((await synopolis('claims', 'check', file, world.folder, '--fail-on', 'contradicted')).code).toBe(
      0,
    );
    const refused = await synopolis('claims', '--fail-on', 'false');
    expect(refused.code).toBe(2);
  });

  it('says of a claim that cannot be checked what is missing', async () => {
    const year = OWN.replace(
      /operator: is[^]*$/,
      `operator: '='
    value: 1
    unit: 100m CNY
    source: A blog
    check: computed
    figure: stat(gdp_nominal, cn:3100, 1990)
`,
    );
    const { out, code } = await synopolis('claims', 'check', own('year.yaml', year));
    expect(code).toBe(0);
    expect(out).toMatch(/^first: gdp_nominal of Shanghai is stored for .*, not for 1990\.$/m);
    const zh = await synopolis('claims', 'check', own('year.yaml', year), '--lang', 'zh');
    expect(zh.out).toMatch(/^first：上海市的gdp_nominal只收录了.*年，没有1990年。$/m);
    const csv = await synopolis('claims', 'check', own('year.yaml', year), '--format', 'csv');
    expect(csv.out).toMatch(/not for 1990/);
  });

  it('checks the sound claims of a file and names those that are not', async () => {
    const file = own(
      'half.yaml',
      `${OWN}
  - id: second
    text: { en: Something else }
    operator: '='
    value: 1
    unit: persons
    source: A blog
    check: computed
    figure: stat(gdp_nominl, cn:1100, 2024)
`,
    );
    const { out, err, code } = await synopolis('claims', 'check', file, world.folder);
    expect(code).toBe(1);
    expect(out + err).toMatch(/second: .*gdp_nominl.*gdp_nominal/s);
  });
});
