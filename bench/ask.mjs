// Times questions to an observatory of the benchmark's works: the whole process, and the analysis inside it.
//   node bench/ask.mjs [--works 400000] [--runs 7] [--seed 1] [--observatory DIR]
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

import { generated } from './generate.mjs';
import { columns, measure, median } from './measure.mjs';
import { options } from './options.mjs';

const given = options(
  { works: 400_000, runs: 7, seed: 1, observatory: '' },
  'node bench/ask.mjs [--works 400000] [--runs 7] [--seed 1] [--observatory DIR]',
);
const synopolis = fileURLToPath(new URL('../bin/synopolis.mjs', import.meta.url));
const call = (...words) => measure(process.execPath, [synopolis, ...words]);

let { observatory } = given;
if (observatory === '') {
  const set = await generated(given);
  observatory = join(set.folder, 'observatory');
  if (!existsSync(join(observatory, 'manifest.json')))
    await call('build', '--works', set.works, '--institutions', set.institutions, '--out', observatory);
}

const AD_HOC = 'Corridor=cn:3100,cn:3205,cn:3202,cn:3204,cn:3201,cn:3301,cn:3401,cn:3302';
const QUESTIONS = {
  'ranking of cities, top 20, rank intervals': ['ranking', observatory, '--of', 'cities', '--top', '20'],
  'ranking of cities, one field, ten years': [
    'ranking',
    observatory,
    '--of',
    'cities',
    '--field',
    '17',
    '--years',
    '2015-2024',
  ],
  'ranking of definitions': ['ranking', observatory, '--of', 'regions'],
  'an ad hoc region of eight cities': ['ranking', observatory, '--of', 'regions', '--region', AD_HOC],
  'links of a city': ['links', observatory, '--place', 'cn:3100'],
  'links of a definition': ['links', observatory, '--place', 'def:yrd_41'],
};

const rows = [];
for (const [title, words] of Object.entries(QUESTIONS)) {
  const runs = [];
  for (let run = 0; run <= given.runs; run++) runs.push(await call(...words, '--format', 'json'));
  const timed = runs.slice(1);
  const seconds = timed.map((run) => run.seconds);
  const inside = timed
    .map((run) => JSON.parse(run.stdout).about?.seconds)
    .filter((value) => typeof value === 'number');
  const peaks = timed.map((run) => run.peakMb ?? NaN);
  rows.push([
    title,
    median(seconds).toFixed(2),
    Math.max(...seconds).toFixed(2),
    inside.length > 0 ? median(inside).toFixed(2) : 'not told',
    Math.max(...peaks).toFixed(0),
  ]);
}
console.log(columns([['question', 'process, seconds', 'most', 'inside, seconds', 'peak MB'], ...rows]));
