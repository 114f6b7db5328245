import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../main.ts';
import { theTerminal } from '../terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'addresses-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(
  content: string | Buffer,
  ...flags: string[]
): Promise<{ code: number; out: string; err: string }> {
  const file = join(folder, 'list');
  writeFileSync(file, content);
  let [out, err] = ['', ''];
  const code = await main(['addresses', file, ...flags], {
    ...theTerminal,
    out: (text) => (out += text),
    data: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

describe('addresses', () => {
  it('reads one address a line', async () => {
    const { out } = await run('Peking University, Beijing, China\r\n\nNanjing University\n');
    expect(out).toBe('id,place,name,how,reason\n1,cn:1100,Beijing,city,\n2,,,,empty\n3,,,,in-name\n');
  });

  it('reads a column, with the ids and countries of others', async () => {
    const table =
      'id,affiliation,country,more\na,"Facultad, Valencia",ES,x\nb,"Facultad, Valencia",Spain,y\n';
    const { out, err } = await run(
      table,
      '--column',
      'affiliation',
      '--country-column',
      'country',
      '--format',
      'json',
    );
    expect(JSON.parse(out)).toMatchObject([
      { id: 'a', place: 'gn:2509954' },
      { id: 'b', place: null },
    ]);
    expect(err).toBe('Ignored the country of 1 row: give ISO codes of two letters.\n');
  });

  it('gives an empty list for a table without rows', async () => {
    const { out } = await run('id,text\n', '--column', 'text', '--format', 'json');
    expect(JSON.parse(out)).toEqual([]);
  });

  it.each([
    ['a,b\n1\n', ['--column', 'b'], 'has 1 cell where the header has 2'],
    ['a,b\n1,2\n', ['--column', 'text'], 'lacks the column'],
    [Buffer.from([0xff, 0xfe, 0x00]), [], 'is not UTF-8'],
    ['x', ['--id-column', 'id'], '--id-column and --country-column need --column.'],
  ])('refuses %j %j', async (content, flags, message) => {
    const { code, out, err } = await run(content, ...flags);
    expect(code).not.toBe(0);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
  });
});
