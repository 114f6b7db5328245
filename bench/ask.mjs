// Times questions to an observatory of the benchmark's works: the whole process, and the analysis inside it.
//   node bench/ask.mjs [--works 400000] [--runs 7] [--seed 1] [--observatory DIR]
import { fileURLToPath } from 'node:url';

import { built } from './built.mjs';
import { columns, measure, median } from './measure.mjs';
import { options } from './options.mjs';

const given = options(
  { works: 400_000, runs: 7, seed: 1, observatory: '' },
  'node bench/ask.mjs [--works 400000] [--runs 7] [--seed 1] [--observatory DIR]',
);
const synopolis = fileURLToPath(new URL('../bin/synopolis.mjs', import.meta.url));
const call = (...words) => measure(process.execPath, [synopolis, ...words]);

const observatory = given.observatory === '' ? await built(given) : given.observatory;

const CORRIDOR = ['cn:3100', 'cn:3205', 'cn:3202', 'cn:3204', 'cn:3201', 'cn:3301', 'cn:3401', 'cn:3302'];
/** Each question as a command line, and as parameters of the analysis it starts with. */
const QUESTIONS = {
  'ranking of cities, top 20': [['ranking', '--of', 'cities', '--top', '20'], { of: ['cities'], top: 20 }],
  'ranking of cities, one field, ten years': [
    ['ranking', '--of', 'cities', '--field', '17', '--years', '2015-2024'],
    { of: ['cities'], field: '17', years: { from: 2015, to: 2024 } },
  ],
  'ranking of definitions': [['ranking', '--of', 'regions'], { of: ['regions'] }],
  'an ad hoc region of eight cities': [
    ['ranking', '--of', 'regions', '--region', `Corridor=${CORRIDOR.join(',')}`],
    { of: ['regions'], region: [{ name: 'Corridor', cities: CORRIDOR }] },
  ],
};

const { Observatory } = await import('../dist/observatory/index.js');
const { ranking } = await import('../dist/analyses/ranking/analysis.js');
const opened = await Observatory.open(observatory);
const rows = [];
for (const [title, [[command, ...flags], params]] of Object.entries(QUESTIONS)) {
  const [whole, inside, peaks] = [[], [], []];
  for (let run = 0; run <= given.runs; run++) {
    const { seconds, peakMb } = await call(command, observatory, ...flags, '--format', 'json');
    const begun = performance.now();
    await ranking.run(opened, ranking.params.parse(params));
    // The first round warms the disk and the compiler.
    if (run === 0) continue;
    inside.push((performance.now() - begun) / 1000);
    whole.push(seconds);
    peaks.push(peakMb ?? NaN);
  }
  const two = (number) => number.toFixed(2);
  rows.push([
    title,
    two(median(whole)),
    two(Math.max(...whole)),
    two(median(inside)),
    two(Math.max(...inside)),
    Math.max(...peaks).toFixed(0),
  ]);
}
opened.close();
console.log(
  columns([['question', 'process, seconds', 'most', 'inside, seconds', 'most', 'peak MB'], ...rows]),
);
