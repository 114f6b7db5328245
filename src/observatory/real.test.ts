import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Bench, tableBytes } from '../../test/observatory/observatories.ts';
import { Observatory } from './open.ts';

const folder = '../shared/data';
const absent = !existsSync(folder);

describe.skipIf(absent)(
  `an observatory of real records${absent ? ` (skipped: there is no ${folder})` : ''}`,
  () => {
    const bench = new Bench();
    afterAll(() => {
      bench.dispose();
    });

    it(
      'keeps the laws, and is the same on one thread in segments as on two in one go',
      { tags: 'full' },
      async () => {
        const given = {
          works: ['geoscience-api.jsonl.gz', 'api-page.json', 'schema-2026.jsonl.gz'].map(
            (name) => `${folder}/works/${name}`,
          ),
          institutions: [`${folder}/institutions/ror-records.jsonl.gz`],
        };
        const { records, located } = await bench.build(given);
        expect(records.bad).toEqual({});
        expect(records.kept).toBeGreaterThan(2300);
        expect(located.share).toBeGreaterThan(0.5);
        const observatory = await Observatory.open(bench.path('out'));
        expect(await observatory.checkLaws()).toEqual([]);
        observatory.close();
        await bench.build({ ...given, out: bench.path('again'), threads: 1, segment: 500 });
        expect(tableBytes(bench.path('again'))).toEqual(tableBytes(bench.path('out')));
      },
    );
  },
);
