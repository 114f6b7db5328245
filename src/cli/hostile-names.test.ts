import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../test/analysed-world.ts';
import { type Said, synopolis } from '../../test/cli/shell.ts';
import { main } from './main.ts';

/** ESC ] 52 writes to the clipboard; the second set of control characters begins sequences, too; the last turns letters round. */
const EVIL = '\u001b]52;c;ZXZpbA==\u0007\u009b31m\u007f\u202eevil';
const SHOWN = '␛]52;c;ZXZpbA==␇�31m␡�evil';

const UNSEEN = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const folder = mkdtempSync(join(tmpdir(), 'hostile-names-'));
let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 600, seed: 5 });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const evilSql = (value: string): string => `SELECT '${value}' AS name`;

describe('what a terminal could take for a command', () => {
  it('is shown and not obeyed, in whatever a command prints: tables, faults, warnings, help', async () => {
    const regions = file('regions.csv', `definition,place,source,${EVIL}\nx,cn:1100,me,full\n`);
    const rows = file('rows.csv', `definition,place,source\n${EVIL},${EVIL},${EVIL}\n`);
    const needs = file('needs.csv', `id,text,state\nn1,${EVIL},open\nn2,x,${EVIL}\n`);
    const said: readonly (readonly [string, Said])[] = [
      ['sql', await synopolis('sql', world.folder, evilSql(EVIL))],
      ['sql error', await synopolis('sql', world.folder, `SELECT "${EVIL}"`)],
      ['sql csv', await synopolis('sql', world.folder, evilSql(EVIL), '--format', 'csv')],
      ['place', await synopolis('profile', world.folder, '--place', EVIL)],
      ['parameter', await synopolis('ranking', world.folder, '--by', EVIL)],
      ['flag', await synopolis('ranking', world.folder, `--${EVIL}`)],
      ['command', await synopolis(EVIL)],
      ['folder', await synopolis('ranking', join(folder, EVIL))],
      ['regions', await synopolis('regions', 'check', regions)],
      ['rows', await synopolis('regions', 'check', rows)],
      ['needs', await synopolis('needs', 'list', '--file', needs)],
      ['need', await synopolis('needs', 'add', `Neutrons ${EVIL}`, '--file', join(folder, 'added.csv'))],
      ['report', await synopolis('report', EVIL, world.folder)],
    ];
    for (const [what, { out, err }] of said) {
      expect([what, UNSEEN.exec(out), UNSEEN.exec(err)]).toEqual([what, null, null]);
      expect([what, out + err]).toEqual([what, expect.stringContaining('evil') as string]);
    }
    expect(said[0][1].out).toContain(SHOWN);
  });

  it('is named in JSON, which loses nothing, and stands in raw CSV that goes to a program', async () => {
    const { out } = await synopolis('sql', world.folder, evilSql(EVIL), '--format', 'json');
    expect(out).not.toMatch(UNSEEN);
    expect((JSON.parse(out) as { rows: unknown }).rows).toEqual([{ name: EVIL }]);
    const data: string[] = [];
    const never = (): never => {
      throw new Error('nobody is there');
    };
    await main(['sql', world.folder, evilSql(EVIL), '--format', 'csv', '--raw'], {
      env: {},
      out: never,
      data: (text) => data.push(text),
      err: never,
      redraws: false,
      interactive: false,
      ask: never,
      onInterrupt: () => () => undefined,
    });
    expect(data.join('').split('\n').at(-2)).toBe(EVIL);
  });
});

describe('what a spreadsheet program could take for a formula', () => {
  const FORMULAS = ['=HYPERLINK(1)', '+cmd', '@SUM(1)', '-1+cmd', 'plain'];
  const SQL = `SELECT unnest(['${FORMULAS.join("', '")}']) AS name, -5 AS number, '-5' AS text`;
  const cells = (text: string): string[] =>
    text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

  it('has an apostrophe in CSV, and none in raw CSV; numbers have none in either', async () => {
    const csv = await synopolis('sql', world.folder, SQL, '--format', 'csv');
    expect(cells(csv.out)).toEqual([
      'name,number,text',
      ...FORMULAS.map((text) => `${text === 'plain' ? '' : "'"}${text},-5,-5`),
    ]);
    const raw = await synopolis('sql', world.folder, SQL, '--format', 'csv', '--raw');
    expect(cells(raw.out).slice(1)).toEqual(FORMULAS.map((text) => `${text},-5,-5`));
    const out = join(folder, 'raw.csv');
    await synopolis('sql', world.folder, SQL, '--out', out, '--raw');
    expect(cells(readFileSync(out, 'utf8'))).toEqual(cells(raw.out));
  });

  it('is not raw in any other format', async () => {
    const { code, err } = await synopolis('ranking', world.folder, '--format', 'json', '--raw');
    expect([code, err]).toEqual([2, expect.stringContaining('--raw is of CSV alone') as string]);
  });

  it('is a text in a spreadsheet', async () => {
    const out = join(folder, 'formulas.xlsx');
    await synopolis('sql', world.folder, SQL, '--out', out);
    const { readSpreadsheet, sheetXml } = await import('../../test/cli/spreadsheet.ts');
    expect(sheetXml(out, 1)).not.toMatch(/<f\b/);
    const [rows] = readSpreadsheet(out).values();
    expect(rows.slice(1)).toEqual(FORMULAS.map((text) => [text, -5, '-5']));
  });
});
