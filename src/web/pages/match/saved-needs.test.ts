import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Facts } from '../../../facts/index.ts';
import { Needs } from '../../../resources/index.ts';
import { answered, may, needsFile, noted, shortlisted, withdrawn, withNeed } from './saved-needs.ts';

let folder: string;
let facts: Facts;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
  facts = await Facts.open();
});
afterAll(() => rm(folder, { recursive: true }));

const ask = { text: 'Wafers, "thin" ones;\n量子 sensors', place: 'cn:3205', date: '2026-03-01' };
const two = withNeed(withNeed([], ask), { text: 'hydrogen', place: null, date: '2026-03-02' });

describe('needs kept in the browser', () => {
  it('have ids of their own, and are kept once', () => {
    expect(two.map(({ id, state }) => [id, state])).toEqual([
      ['n1', 'open'],
      ['n2', 'open'],
    ]);
    expect(withNeed(two, { ...ask, text: ` ${ask.text} ` })).toBe(two);
    expect(withNeed([two[1]], { ...ask })[1].id).toBe('n3');
    expect(withNeed([], { ...ask, text: '  ' })).toEqual([]);
  });

  it('go from open to shortlisted to answered, and back where nobody is left', () => {
    const listed = shortlisted(two, 'n1', 'csns');
    expect(listed[0]).toMatchObject({ shortlist: ['csns'], state: 'shortlisted' });
    const done = answered(listed, 'n1', 'csns');
    expect(done[0]).toMatchObject({ answer: ['csns'], state: 'answered' });
    expect(shortlisted(done, 'n1', 'dnl')).toEqual(done);
    expect(answered(done, 'n1', 'csns')[0].state).toBe('shortlisted');
    expect(shortlisted(listed, 'n1', 'csns')[0].state).toBe('open');
    expect(withdrawn(done, 'n1')).toEqual(done);
    expect(may('answer', withdrawn(two, 'n2')[1])).toBe(false);
  });

  it('are a file that the command line reads as it was meant', async () => {
    const file = join(folder, 'needs.csv');
    const needs = noted(answered(shortlisted(two, 'n1', 'csns'), 'n2', 'dnl'), 'n2', 'by telephone, 氢');
    await writeFile(file, needsFile(needs));
    const kept = new Needs(file, { facts });
    const { needs: read, problems } = await kept.read();
    expect(problems).toEqual([]);
    expect(read.map(({ line, ...need }) => ({ ...need, ...(line > 0 ? {} : { line }) }))).toEqual(needs);
    await kept.answer('n1', ['csns']);
    expect((await kept.get('n1')).state).toBe('answered');
  });
});
