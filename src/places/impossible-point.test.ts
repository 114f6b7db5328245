import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareInstitutions } from './prepare.ts';

describe('an institution whose coordinates are no point on Earth', () => {
  it('counts where its GeoNames id says, else nowhere, with the reason', async () => {
    const table = [
      'name,country,geonames_id,lat,lng',
      'By id,GB,2643743,512.5,-0.1',
      'By point,CN,,31.3,1206',
      'By nothing,FR,,91,2',
      'Whole,CN,,31.3,120.6',
    ].join('\n');
    const path = join(await mkdtemp(join(tmpdir(), 'points-')), 'institutions.csv');
    await writeFile(path, `${table}\n`);
    const { institutions, report } = await prepareInstitutions({ paths: [path] });
    const told = Object.fromEntries(
      institutions.map(({ name, city, reason, latitude }) => [name, [city, reason, latitude]]),
    );
    expect(told).toEqual({
      'By id': ['gn:2643743', null, null],
      'By point': [null, 'impossible coordinates', null],
      'By nothing': [null, 'impossible coordinates', null],
      Whole: ['cn:3205', null, 31.3],
    });
    expect(report.unlocated['impossible coordinates']).toBe(2);
    expect(report.files[0].examples.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});
