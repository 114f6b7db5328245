import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { isChinese } from '../../../test/english-run.ts';
import { addressOf, wordsFor } from '../../../test/own-program.ts';
import { render } from '../../base/index.ts';
import { Facts } from '../../facts/index.ts';
import { takeLock } from './folder-lock.ts';
import { Needs } from './needs.ts';
import { changeWhole } from './whole-file.ts';

const facts = await Facts.open();
const folder = mkdtempSync(join(tmpdir(), 'needs-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const clock = () => new Date(2026, 2, 1, 0, 30);
const needsOf = (text?: string) => {
  const file = join(folder, `needs-${files++}.csv`);
  if (text !== undefined) writeFileSync(file, text);
  return new Needs(file, { facts, clock, patience: 60 });
};
const textOf = ({ file }: Needs) => readFileSync(file, 'utf8');

describe('a need', () => {
  it('is written down with the day of the clock and the next number, and a file is made for the first', async () => {
    const needs = needsOf();
    expect((await needs.read()).needs).toEqual([]);
    const first = await needs.add('  Neutron scattering for battery interfaces ', { place: 'Dongguan' });
    expect(first).toEqual({
      id: 'n1',
      text: 'Neutron scattering for battery interfaces',
      place: 'cn:4419',
      date: '2026-03-01',
      shortlist: [],
      state: 'open',
      answer: [],
      note: null,
      line: 2,
    });
    expect((await needs.add('芯片测试，小批量', { place: 'gba', note: '急' })).id).toBe('n2');
    // Spreadsheet programs take text for UTF-8 by its first bytes.
    expect(textOf(needs)).toBe(
      '\ufeffid,text,place,date,shortlist,state,answer,note\n' +
        'n1,Neutron scattering for battery interfaces,cn:4419,2026-03-01,,open,,\n' +
        'n2,芯片测试，小批量,gba,2026-03-01,,open,,急\n',
    );
  });

  it('goes from open over a shortlist to an answer, each id once, notes one behind the other', async () => {
    const needs = needsOf();
    await needs.add('A wind tunnel', { note: 'by phone' });
    await needs.shortlist('n1', ['csns', 'juno']);
    expect(await needs.shortlist('n1', ['juno', 'hiaf'])).toMatchObject({
      state: 'shortlisted',
      shortlist: ['csns', 'juno', 'hiaf'],
    });
    const answered = await needs.answer('n1', ['juno'], { note: 'contract signed' });
    expect(answered).toMatchObject({
      state: 'answered',
      answer: ['juno'],
      note: 'by phone; contract signed',
    });
    expect(await needs.get('n1')).toEqual(answered);
    await expect(needs.shortlist('n1', ['csns'])).rejects.toThrow('n1 is answered.');
    await expect(needs.withdraw('n1')).rejects.toThrow('n1 is answered.');
  });

  it('that was withdrawn is not answered', async () => {
    const needs = needsOf();
    await needs.add('A wind tunnel');
    expect((await needs.withdraw('n1')).state).toBe('withdrawn');
    await expect(needs.answer('n1', ['csns'])).rejects.toThrow('n1 is withdrawn.');
  });

  it.each([
    ['', /empty/],
    [' … ?', /empty/],
    ['word '.repeat(10_000), /49,999 characters; at most 10,000 are kept/],
  ])('that says nothing or never ends is refused, and no file is made', (text, why) => {
    const needs = needsOf();
    expect(() => needs.add(text)).toThrow(why);
    expect(existsSync(needs.file)).toBe(false);
  });

  it('at a place that is none or several, of an id that is none, or with ids that cannot be is refused', async () => {
    const needs = needsOf();
    expect(() => needs.add('x-ray', { place: 'Suzhou' })).toThrow(/fits 2 places/);
    await needs.add('x-ray');
    await expect(needs.answer('n7', ['csns'])).rejects.toThrow('has no need n7. It has n1.');
    expect(() => needs.shortlist('n1', [])).toThrow('No id is given');
    expect(() => needs.shortlist('n1', ['a;b'])).toThrow('“a;b” is not a valid id');
    expect((await needs.get('n1')).state).toBe('open');
  });
});

describe('a file changed by hand', () => {
  it('may begin with the template', async () => {
    const { needs, problems } = await new Needs('docs/templates/needs.csv', { facts }).read();
    expect([needs.map(({ state }) => state), problems]).toEqual([['shortlisted', 'open'], []]);
  });

  const SPREADSHEET =
    '\ufeffstate,Phone,id,text,date,\r\n' +
    'open,"0512, 1234",n3,"Clean room,\r\nclass 100",2026/1/9,x\r\n' +
    ',,n12,喷涂机器人,,\r\n';

  it('keeps its byte-order mark, line ends, order of columns and columns of its own', async () => {
    const needs = needsOf(SPREADSHEET);
    const { needs: read, problems } = await needs.read();
    expect(problems).toEqual([]);
    expect(read.map(({ id, date, state }) => [id, date, state])).toEqual([
      ['n3', '2026-01-09', 'open'],
      ['n12', null, 'open'],
    ]);
    await needs.shortlist('n3', ['csns']);
    expect(textOf(needs)).toBe(
      '\ufeffstate,Phone,id,text,date,,shortlist\r\n' +
        'shortlisted,"0512, 1234",n3,"Clean room,\r\nclass 100",2026/1/9,x,csns\r\n' +
        ',,n12,喷涂机器人,,,\r\n',
    );
    expect((await needs.add('Wafer bonding')).id).toBe('n13');
    expect(textOf(needs)).toContain(',,n12,喷涂机器人,,,,,,\r\nopen,,n13,Wafer bonding,2026-03-01,,,,,\r\n');
  });

  it('names each row that cannot be used, and keeps it as it is while others change', async () => {
    const rows = [
      'n1,Good,,2026-01-09,,open,',
      'n2,No such state,,,,opened,',
      'n3,When,,3/1/2026,,open,',
      'n4,Where,Suzhou,,,open,',
      'n1,Again,,,,open,',
      'n5,Comma, too many,,,,open,',
      ',No id,,,,open,',
      'n6,,,,,open,',
    ];
    const needs = needsOf(['id,text,place,date,shortlist,state,note', ...rows, ''].join('\n'));
    const { needs: read, problems } = await needs.read();
    expect(read.map(({ id }) => id)).toEqual(['n1']);
    expect(problems.map(({ row, problem }) => `${row}: ${render(problem, 'en')}`)).toEqual([
      '3: state is “opened”. Use one of open, shortlisted, answered, withdrawn.',
      '4: “3/1/2026” is not a date. Write it as 2026-03-01.',
      expect.stringMatching(/^5: “Suzhou” fits 2 places: cn:3205 .*cn:3413/) as unknown,
      '6: Line 2 has the id n1 already. Give this row an id of its own.',
      '7: has 8 cells where the header has 7. Put text that contains a comma in "double quotes".',
      expect.stringMatching(/^7: /) as unknown,
      '8: It has no id. Give it one of its own, such as n12.',
      '9: Its column text is empty. Write what is needed.',
    ]);
    for (const { problem } of problems) expect(render(problem, 'zh')).toSatisfy(isChinese);
    expect((await needs.add('New')).id).toBe('n7');
    const lines = textOf(needs).split('\n');
    for (const row of rows.slice(0, 5)) expect(lines).toContain(`${row},`);
    expect(lines).toContain('n5,Comma,too many,,,,open,');
    await expect(needs.answer('n3', ['csns'])).rejects.toThrow(
      /n3 cannot be used: “3\/1\/2026” is not a date/,
    );
    await expect(needs.answer('n1', ['csns'])).rejects.toThrow(/:6: n1 cannot be used: Line 2 has the id/);
  });

  it('holds no formula in its own columns, and a text is the same however often it is written', async () => {
    const formula = '=HYPERLINK("http://evil.example";"x")';
    const needs = needsOf(`id,text,Phone\nn1,"${formula.replaceAll('"', '""')}",+86 512 1234\n`);
    for (let i = 0; i < 3; i++) await needs.add(formula, { note: '@SUM(A1)' });
    const rows = textOf(needs).trim().split('\n').slice(1);
    for (const row of rows) expect(row).toMatch(/^n\d,"'=HYPERLINK\(/);
    expect(rows[0]).toContain(',+86 512 1234,');
    expect(rows[3]).toContain(",'@SUM(A1)");
    const { needs: read } = await needs.read();
    expect(read.map(({ text }) => text)).toEqual([formula, formula, formula, formula]);
    expect(read[3].note).toBe('@SUM(A1)');
    expect((await needs.answer('n4', ['csns'], { note: '-' })).note).toBe('@SUM(A1); -');
  });

  it.each([
    ['name,what\nn1,x\n', /lacks the columns id, text/],
    ['id;text\nn1;x\n', /separated by semicolons/],
    ['id,text,id\nn1,x,n2\n', /has the column id twice/],
    ['id,text\nn1,"never closed\n', /never closed/],
    [Buffer.from([0x69, 0x64, 0x2c, 0xff]).toString('latin1'), /lacks the column/],
  ])('that is no table of needs is refused and left alone', async (text, why) => {
    const needs = needsOf(text);
    await expect(needs.add('New')).rejects.toThrow(why);
    expect(textOf(needs)).toBe(text);
  });

  it('may be a link and have rights of its own; both stay', async () => {
    const needs = needsOf('id,text\nn1,x\n');
    chmodSync(needs.file, 0o640);
    const link = join(folder, 'link.csv');
    symlinkSync(needs.file, link);
    await new Needs(link, { facts, clock }).add('New');
    expect(textOf(needs)).toContain('n2,New');
    expect(statSync(needs.file).mode & 0o777).toBe(0o640);
  });
});

describe('writers at once', () => {
  it('of this program wait for each other, and nothing is lost', async () => {
    const needs = new Needs(join(folder, 'many.csv'), { facts, clock, patience: 10_000 });
    const added = await Promise.all(Array.from({ length: 25 }, (_, i) => needs.add(`Need ${i}`)));
    expect(new Set(added.map(({ id }) => id)).size).toBe(25);
    const { needs: read, problems } = await needs.read();
    expect([read.length, problems]).toEqual([25, []]);
    expect(new Set(read.map(({ text }) => text)).size).toBe(25);
  });

  it('that hold it for long are named, with what to do', async () => {
    const needs = needsOf('id,text\nn1,x\n');
    const release = await takeLock(`${needs.file}.lock`, 0);
    await expect(needs.add('New')).rejects.toThrow(
      /is being changed by another program\. Try again; if no other program is running, remove .*\.lock/,
    );
    expect(textOf(needs)).toBe('id,text\nn1,x\n');
    await release!();
    expect((await needs.add('New')).id).toBe('n2');
  });

  it('that do not wait, such as a spreadsheet program, are noticed, and theirs is kept', async () => {
    const needs = needsOf('id,text\nn1,x\n');
    const changed = changeWhole(needs.file, 0, () => {
      writeFileSync(needs.file, 'id,text\nn1,changed by hand\n');
      return { text: 'ours', result: null };
    });
    await expect(changed).rejects.toThrow('was changed by another program just now; nothing was written.');
    expect(textOf(needs)).toBe('id,text\nn1,changed by hand\n');
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('a program that is killed', () => {
  it('leaves a whole file, and no lock that stands in the way', async () => {
    const file = join(folder, 'killed.csv');
    const run = `
      import { Facts } from ${addressOf('facts/index.ts')};
      import { Needs } from ${addressOf('resources/needs/needs.ts')};
      const needs = new Needs(${JSON.stringify(file)}, { facts: await Facts.open() });
      for (let i = 0; ; i++) await needs.add('Need ' + i + ' ' + 'long '.repeat(1500));`;
    for (const delay of [3, 11, 29]) {
      const before = existsSync(file) ? readFileSync(file).length : 0;
      const child = spawn(process.execPath, wordsFor(run), {
        stdio: 'ignore',
      });
      while (!existsSync(file) || readFileSync(file).length === before) await wait(2);
      await wait(delay);
      child.kill('SIGKILL');
      await once(child, 'close');
      const needs = new Needs(file, { facts, clock, patience: 5000 });
      const { needs: read, problems } = await needs.read();
      expect(problems).toEqual([]);
      expect(read.map(({ id }) => id)).toEqual(read.map((_, i) => `n${i + 1}`));
      expect((await needs.add('After')).id).toBe(`n${read.length + 1}`);
      const beside = readdirSync(folder).filter((name) => name.includes('killed.csv'));
      expect(beside).toEqual(['killed.csv']);
    }
  }, 60_000);
});
