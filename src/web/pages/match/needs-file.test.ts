import type { PlaceFound } from '../../api-client/contract.ts';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedWorld, type ServedWorld } from '../../../../test/served-world.ts';
import { Facts } from '../../../facts/index.ts';
import { render } from '../../../base/index.ts';
import { Needs } from '../../../resources/index.ts';
import { type SavedNeed, needsFile, noted, shortlisted, withNeed } from './saved-needs.ts';
import { broughtIn, readNeedsFile } from './needs-file.ts';

let served: ServedWorld;
let folder: string;
beforeAll(async () => {
  served = await servedWorld();
  folder = await mkdtemp(join(tmpdir(), 'needs-file-'));
});
afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

async function find(name: string): Promise<PlaceFound[]> {
  const { body } = await served.json(`/api/places?top=8&q=${encodeURIComponent(name)}`);
  return (body as { rows: PlaceFound[] }).rows;
}
const read = (...lines: string[]) => readNeedsFile(lines.join('\n'), find);
const faults = async (...lines: string[]): Promise<string[]> =>
  (await read(...lines)).faults.map(({ line, problem }) => `${line} ${problem.code}`);

const ask = { text: 'Wafers, "thin" ones;\n量子 sensors', place: 'cn:3205', date: '2026-03-01' };
const kept = noted(
  shortlisted(withNeed(withNeed([], ask), { text: '氢', place: null, date: '2026-03-02' }), 'n1', 'csns'),
  'n2',
  'by telephone',
);

describe('a file of needs', () => {
  it('reads back as this page wrote it', async () => {
    expect(await read(needsFile(kept))).toEqual({ needs: kept, faults: [] });
  });

  it('reads as the command line wrote it', async () => {
    const file = join(folder, 'needs.csv');
    const needs = new Needs(file, { facts: await Facts.open() });
    await needs.add('thin wafers', { place: 'cn:3205' });
    await needs.add('氢');
    await needs.shortlist('n1', ['csns', 'dnl']);
    const first = await needs.get('n1');
    const found = await readNeedsFile(await readFile(file, 'utf8'), find);
    expect(found.faults).toEqual([]);
    expect(found.needs.map(({ id }) => id)).toEqual(['n1', 'n2']);
    expect({ ...found.needs[0], line: first.line }).toEqual(first);
  });

  it('may name a place in either language, and no two at once', async () => {
    const header = 'id,text,place';
    const { needs } = await read(header, 'n1,a,Hangzhou', 'n2,b,上海', 'n3,c,def:yrd_41');
    expect(needs.map(({ place }) => place)).toEqual(['cn:3301', 'cn:3100', 'def:yrd_41']);
    expect(await faults(header, 'n1,a,Suzhou', 'n2,b,Atlantis')).toEqual([
      '2 needs.unknownPlace',
      '3 needs.unknownPlace',
    ]);
    const [{ problem }] = (await read(header, 'n1,a,Suzhou')).faults;
    expect(render(problem, 'en')).toMatch(/cn:3205.*cn:3413|cn:3413.*cn:3205/);
    expect(render(problem, 'zh')).not.toMatch(/[a-z]{2,} [a-z]{2,}/);
  });

  it('is told what is wrong by line, where the command line finds it too', async () => {
    const lines = [
      'id,text,date,state',
      'n1,a,tomorrow,',
      ',b,,',
      'n3,,,',
      'n4,d,,done',
      'n5,e',
      'n6,f,,',
      'n6,g,,',
    ];
    expect(await faults(...lines)).toEqual([
      '2 needs.invalidDate',
      '3 resources.noId',
      '4 needs.noText',
      '5 needs.unknownState',
      '6 places.otherNumberOfCells',
      '8 resources.idTaken',
    ]);
    expect(await faults('id,text', 'n1,"b')).toEqual(['2 places.openQuote']);
    expect(await faults('id;text', 'n1;b')).toEqual(['1 places.notCommas']);
    expect(await faults('id,place', 'n1,b')).toEqual(['1 places.missingColumns']);
    expect(await faults('id,text,id', 'n1,b,n2')).toEqual(['1 places.repeatedColumn']);
  });
});

describe('needs brought in from a file', () => {
  const need = (id: string, text: string): SavedNeed => ({ ...kept[1], id, text });

  it('are added, or bring up to date what is kept, and nothing is lost', () => {
    const answered: SavedNeed = { ...kept[0], id: 'n7', state: 'answered', answer: ['csns'] };
    const { needs, added, updated, renamed } = broughtIn(kept, [answered, need('n8', 'new')]);
    expect(needs).toEqual([{ ...answered, id: 'n1' }, kept[1], need('n8', 'new')]);
    expect([added, updated, renamed]).toEqual([['n8'], ['n1'], []]);
  });

  it('have the next free id where theirs is another need’s', () => {
    const { needs, renamed } = broughtIn(kept, [need('n1', 'x'), need('n3', 'y')]);
    expect(needs.map(({ id, text }) => [id, text])).toEqual([
      ['n1', kept[0].text],
      ['n2', '氢'],
      ['n4', 'x'],
      ['n3', 'y'],
    ]);
    expect(renamed).toEqual([['n1', 'n4']]);
  });

  it('change nothing where the same file is opened again', () => {
    const once = broughtIn([], kept).needs;
    expect(broughtIn(once, kept).needs).toEqual(once);
  });
});
