import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { analysedWorld } from '../../test/analysed-world.ts';
import { synopolis } from '../../test/cli/shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'shortlist-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'needs.csv');
const needs = (...words: string[]) => synopolis('needs', ...words, '--file', file);

describe('needs shortlist without names', () => {
  it('puts those on the list that match', async () => {
    await needs('add', '散裂中子源 中子散射');
    const { code, out } = await needs('shortlist', 'n1', '--top', '3');
    expect(code).toBe(0);
    const ids = out.trim().split(' — ')[1].split(', ');
    expect(ids).toHaveLength(3);
    const matched = await synopolis(
      ...['match', '散裂中子源 中子散射', '--of', 'resources', '--top', '3', '--format', 'json'],
    );
    const { rows } = JSON.parse(matched.out) as { rows: { resource: { id: string } }[] };
    expect(ids).toEqual(rows.map(({ resource }) => resource.id));
  });

  it('has institutions of an observatory that is named too', async () => {
    const world = await analysedWorld({ works: 600, seed: 5 });
    const own = join(folder, 'institutions.csv');
    const ask = (...words: string[]) => synopolis('needs', ...words, '--file', own);
    await ask('add', 'Oncology');
    const { code, out } = await ask('shortlist', 'n1', world.folder, '--top', '8');
    expect(code).toBe(0);
    const ids = out.trim().split(' — ')[1].split(', ');
    const matched = await synopolis('match', 'Oncology', world.folder, '--top', '8', '--format', 'json');
    const { rows } = JSON.parse(matched.out) as {
      rows: { resource: { id: string } | null; institution: { id: string } | null }[];
    };
    expect(rows.some(({ institution }) => institution !== null)).toBe(true);
    expect(ids).toEqual(rows.map(({ resource, institution }) => (resource ?? institution)!.id));
    // Whoever stands on the list may be the one that answered, whatever its id.
    const answered = await ask('answer', 'n1', '--with', ids.at(-1)!);
    expect([answered.code, answered.err]).toEqual([0, '']);
    await world.close();
  });

  it('keeps to the place of the need', async () => {
    await needs('add', 'supercomputing', '--place', 'gba');
    const { out } = await needs('shortlist', 'n2', '--top', '2');
    expect(out).toMatch(/ — nscc-(?:gz|sz), nscc-(?:gz|sz)\n$/);
  });

  it.each([
    [['shortlist', 'n3'], 1, /nothing within reach answers/],
    [['shortlist', 'n9'], 1, /has no need n9/],
    [['shortlist', 'n1', 'nowhere'], 1, /there is no such folder/],
    [['shortlist', 'n1', '--top', '0'], 2, /--top is from 1 to 200/],
  ])('refuses %j, and leaves the file', async (words, code, what) => {
    if (words[1] === 'n3') await needs('add', 'xyzzy qwfp');
    const before = readFileSync(file, 'utf8');
    const said = await needs(...words);
    expect([said.code, said.out]).toEqual([code, '']);
    expect(said.err).toMatch(what);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
