import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Bench } from '../../test/observatory/observatories.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import type { Manifest } from './manifest.ts';
import { QUIET } from './options.ts';
import { type GivenVintage, parseVintage } from './vintage.ts';

const bench = new Bench();
afterAll(() => bench.dispose());
const institutions = [bench.text('institutions.jsonl', openAlexLines())];
let files = 0;

/** A file with one work of that `updated_date`, last written on that day. */
function file(updated_date: string, written: string, folder = `f${++files}`): string {
  const path = bench.works(`${folder}/works-00001.jsonl`, [work(++files, [[5]], { updated_date })]);
  utimesSync(path, new Date(written), new Date(written));
  return path;
}

function build(works: readonly string[], vintages: readonly GivenVintage[] = []): Promise<Manifest> {
  const world = { ...QUIET, today: () => new Date('2026-11-05') };
  return bench.build({ works, institutions, vintages, out: bench.path(`out-${++files}`) }, world);
}

const mixed = ({ warnings }: Manifest): string[] =>
  warnings.filter((warning) => warning.includes('matched all affiliations again'));

describe('the vintage of a file', () => {
  it('lies between the newest date in it and the day on which it was written', async () => {
    const { works } = await build([file('2026-03-04T10:00:00', '2026-06-01')]);
    expect(works[0].vintage).toEqual({ from: '2026-03-04', to: '2026-06-01' });
  });

  it('is what fetch wrote beside it', async () => {
    const path = file('2015-01-01', '2026-11-01', 'fetched');
    mkdirSync(dirname(path), { recursive: true });
    const parts = [{ file: 'works-00001.jsonl', day: '2026-10-03' }];
    writeFileSync(bench.path('in/fetched/fetch.json'), JSON.stringify({ begun: '2026-10-02', parts }));
    expect((await build([path])).works[0].vintage).toEqual({ from: '2026-10-02', to: '2026-10-03' });
  });

  it('is what the user says of it', async () => {
    const [a, b] = [file('2015-01-01', '2026-11-01'), file('2015-01-01', '2026-11-01')];
    const { works } = await build(
      [a, b],
      [parseVintage('2026-10-05'), parseVintage(`${dirname(b)}=2026-01-02`)],
    );
    expect(works.map(({ vintage }) => vintage.from)).toEqual(['2026-10-05', '2026-01-02']);
  });

  it('needs a day', () => {
    expect(() => parseVintage('lately')).toThrow(/does not end with a date/);
  });
});

describe('a build over works that were matched before and after 28 September 2026', () => {
  it('warns', async () => {
    const told = mixed(await build([file('2026-03-04', '2026-06-01'), file('2026-10-01', '2026-10-20')]));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /^1 file from before 2026-09-28 and 1 from after it: .*download all files again$/,
    );
  });

  it('warns of a copy that was only brought up to date, as the user says', async () => {
    const [old, whole] = [file('2015-01-01', '2026-10-20'), file('2015-01-01', '2026-10-20')];
    const vintages = [`${old}=2026-06-01`, `${whole}=2026-10-01`].map(parseVintage);
    expect(mixed(await build([old, whole], vintages))).toHaveLength(1);
    expect(mixed(await build([old, whole]))).toEqual([]);
  });

  it('does not warn of a copy loaded in full since, however old its records', async () => {
    expect(mixed(await build([file('2015-01-01', '2026-10-20'), file('2026-10-01', '2026-10-20')]))).toEqual(
      [],
    );
  });
});
