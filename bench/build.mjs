// Times the whole build beside what it is judged by, side by side (A B C D, A B C D, …), and prints medians and ratios:
//   node bench/build.mjs [--works 400000] [--runs 5] [--only gzip,floor,reading,build,rewrite,jsonparse,pandas] [--growth 100000,400000] [--seed 1] [--dimensions openalex|demo]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { compileFloor } from './floor/compile.mjs';
import { generated } from './generate.mjs';
import { columns, measureCpu as measure, median } from './measure.mjs';
import { numbers, options } from './options.mjs';
import { compare } from './same.mjs';

const usage =
  'node bench/build.mjs [--works 400000] [--runs 5] [--only gzip,floor,reading,build,rewrite,jsonparse,pandas] [--growth 100000,400000,1600000] [--growth-runs 1] [--seed 1] [--dimensions openalex|demo]';
const { works, runs, only, growth, growthRuns, seed, dimensions } = options(
  {
    works: 400_000,
    runs: 5,
    only: 'gzip,floor,reading,build,rewrite,jsonparse,pandas',
    growth: '',
    growthRuns: 1,
    seed: 1,
    dimensions: 'openalex',
  },
  usage,
);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'synopolis-bench-out-'));
const observatory = join(scratch, 'observatory');
const result = (name) => join(scratch, `${name}.json`);

/** Each rival: what it is called, and its run over a generated set. */
const RIVALS = {
  gzip: {
    title: '`gzip -dc | wc -c`, two at a time',
    run: ({ parts }) =>
      measure('sh', [
        '-c',
        `printf '%s\\n' "$@" | xargs -P 2 -n 1 sh -c 'gzip -dc "$0" | wc -c'`,
        'sh',
        ...parts,
      ]),
  },
  floor: {
    title: 'C++ floor: zlib and simdjson, reading only',
    run: ({ parts }) => measure(join(scratch, 'floor'), parts),
    skip: () => compileFloor(join(scratch, 'floor')),
  },
  reading: {
    title: 'the reader alone: checked, hashed, relations',
    run: ({ parts }) => measure(process.execPath, [here('reading.mjs'), join(scratch, 'reading'), ...parts]),
  },
  build: {
    title: '`synopolis build`, whole, fresh folder',
    run: (set) => {
      rmSync(observatory, { recursive: true, force: true });
      return measure(process.execPath, [
        here('../bin/synopolis.mjs'),
        'build',
        '--works',
        set.works,
        '--institutions',
        set.institutions,
        '--out',
        observatory,
      ]);
    },
  },
  rewrite: {
    title: 'its parts and tables read and written again, nothing else',
    // Those of the build before it in the round.
    run: () => {
      rmSync(join(scratch, 'again'), { recursive: true, force: true });
      return measure(process.execPath, [here('floor/rewrite.mjs'), observatory, join(scratch, 'again')]);
    },
    skip: () => (only.split(',').includes('build') ? null : 'there is no build to read'),
  },
  jsonparse: {
    title: 'Node, two workers, JSON.parse',
    run: (set) =>
      measure(process.execPath, [
        here('jsonparse-build.mjs'),
        set.works,
        set.institutions,
        result('jsonparse'),
      ]),
  },
  pandas: {
    title: 'pandas script, two processes',
    run: (set) =>
      measure('python3', [here('pandas_build.py'), set.works, set.institutions, result('pandas')]),
    skip: () =>
      spawnSync('python3', ['-c', 'import pandas']).status === 0
        ? null
        : 'python3 with pandas is missing (python3 -m pip install pandas)',
  },
};

/** Rounds of all rivals in turn, after one unmeasured reading of the parts so that the disk is out of it. */
async function race(set, names, rounds) {
  await RIVALS.gzip.run(set);
  const runsOf = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++)
    for (const name of names) {
      const one = await RIVALS[name].run(set);
      console.error(
        `  ${round}/${rounds} ${name}: ${one.seconds.toFixed(2)} s, of processors ${one.cpu?.toFixed(2) ?? '?'} s, ${one.peakMb?.toFixed(0) ?? '?'} MB`,
      );
      runsOf[name].push(one);
    }
  return Object.fromEntries(
    Object.entries(runsOf).map(([name, list]) => {
      const seconds = list.map((one) => one.seconds);
      const peaks = list.map((one) => one.peakMb);
      const cpus = list.map((one) => one.cpu);
      return [
        name,
        {
          seconds: median(seconds),
          least: Math.min(...seconds),
          most: Math.max(...seconds),
          cpu: cpus.includes(null) ? null : median(cpus),
          peakMb: peaks.includes(null) ? null : Math.max(...peaks),
        },
      ];
    }),
  );
}

const two = (number) => number.toFixed(2);
const over = (a, b) => (a === null || b === null ? '' : two(a / b));
const peak = ({ peakMb }) => (peakMb === null ? 'no /proc' : peakMb.toFixed(0));
const size = ({ totals }) =>
  `${totals.lines} lines, ${two(totals.bytes / 1e9)} GB of JSON, ${two(totals.gzipBytes / 1e9)} GB gzipped`;

try {
  const names = only.split(',');
  const unknown = names.filter((name) => !(name in RIVALS));
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(', ')}\n${usage}`);
    process.exit(2);
  }
  const racing = names.filter((name) => {
    const reason = RIVALS[name].skip?.() ?? null;
    if (reason !== null) console.error(`Skipped: ${RIVALS[name].title}: ${reason}`);
    return reason === null;
  });
  console.error(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}`);

  const set = await generated({ works, seed, dimensions });
  const times = await race(set, racing, runs);
  console.log(`\n${size(set)}; medians of ${runs} rounds\n`);
  console.log(
    columns([
      [
        'what',
        'seconds',
        'least',
        'most',
        'CPU s',
        'peak MB',
        '÷ gzip',
        '÷ floor',
        'build is faster by',
        'by CPU s: ÷ gzip',
      ],
      ...racing.map((name) => {
        const one = times[name];
        return [
          RIVALS[name].title,
          two(one.seconds),
          two(one.least),
          two(one.most),
          one.cpu === null ? '' : two(one.cpu),
          peak(one),
          times.gzip ? two(one.seconds / times.gzip.seconds) : '',
          times.floor ? two(one.seconds / times.floor.seconds) : '',
          times.build ? two(one.seconds / times.build.seconds) : '',
          times.gzip ? over(one.cpu, times.gzip.cpu) : '',
        ];
      }),
    ]),
  );
  if (times.build) {
    for (const rival of ['jsonparse', 'pandas'])
      if (times[rival]) console.log(`\nbuild and ${rival}: ${await compare(observatory, result(rival))}`);
  }

  const sizes = numbers(growth);
  if (sizes.length > 0) {
    const rows = [];
    for (const count of sizes) {
      const one = await generated({ works: count, seed, dimensions });
      const { gzip, build } = await race(one, ['gzip', 'build'], growthRuns);
      rows.push([
        count,
        two(build.seconds),
        two(build.seconds / gzip.seconds),
        Math.round(one.totals.lines / build.seconds),
        peak(build),
      ]);
    }
    console.log(`\nGrowth, medians of ${growthRuns}\n`);
    console.log(columns([['works', 'build, seconds', '÷ gzip', 'works a second', 'peak MB'], ...rows]));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
