// Times what is compared in a folder of bench/ beside the Python packages that people use for it, in one run, and how
// each grows. A comparison is one file with its peer in Python beside it; see bench/README.md.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { environment } from './environment.mjs';
import { columns, median } from './measure.mjs';
import { options } from './options.mjs';
import { startPeer } from './peer.mjs';

/** Seconds by the clock asked for. */
const clockOf = (clock) => () => {
  if (clock === 'wall') return performance.now() / 1000;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Seconds of both in turn, so that what else the machine does hits them alike; one round that is not counted comes first. */
async function side(comparison, size, python, folder, { rounds, clock }) {
  const now = clockOf(clock);
  const input = comparison.input(size);
  const peer = python && (await startPeer(python, join(folder, comparison.peer), input));
  const [ours, theirs] = [[], []];
  let agreement = '';
  // A peer that takes minutes sets fewer.
  for (let round = 0; round <= Math.min(rounds, comparison.rounds ?? rounds); round++) {
    const begun = now();
    const result = comparison.ours(input);
    const seconds = now() - begun;
    const answer = peer && (await peer.run());
    if (round === 0) {
      if (answer) agreement = comparison.agree(result, answer.result);
      continue;
    }
    ours.push(seconds);
    if (answer) theirs.push(answer[clock]);
  }
  peer?.stop();
  return { size, ours, theirs, agreement };
}

/** x of seconds ∝ sizeˣ between the two greatest sizes. */
function growth(runs, of) {
  const [a, b] = runs.slice(-2);
  return b === undefined || b[of].length === 0
    ? '-'
    : `n^${(Math.log(median(b[of]) / median(a[of])) / Math.log(b.size / a.size)).toFixed(2)}`;
}

/** Runs the comparisons of a folder, all or those asked for by `--only`, and prints them. */
export async function sideBySide(folder, script) {
  const { only, rounds, clock } = options(
    { only: '', rounds: 5, clock: 'wall' },
    `node --import tsx ${script} [--only a,b] [--rounds 5] [--clock wall|cpu]`,
  );
  if (!['wall', 'cpu'].includes(clock)) {
    console.error(`--clock takes wall or cpu, got ${clock}`);
    process.exit(2);
  }
  const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'));
  const comparisons = await Promise.all(
    files.sort().map(async (file) => (await import(join(folder, file))).comparison),
  );
  const wanted = only === '' ? comparisons.map(({ id }) => id) : only.split(',');
  for (const id of wanted)
    if (!comparisons.some((comparison) => comparison.id === id)) {
      console.error(`no comparison ${id}; there are ${comparisons.map((one) => one.id).join(', ')}`);
      process.exit(2);
    }
  const rows = [];
  const notes = [];
  for (const comparison of comparisons.filter(({ id }) => wanted.includes(id))) {
    const { python, why } = await environment(comparison.packages);
    if (why) notes.push(`${comparison.id}: no peer (${comparison.packages.join(', ')}): ${why}`);
    const runs = [];
    for (const size of comparison.sizes)
      runs.push(await side(comparison, size, python, folder, { rounds, clock }));
    for (const { size, ours, theirs, agreement } of runs) {
      const seconds = (list) => (list.length === 0 ? '-' : median(list).toFixed(3));
      const last = size === comparison.sizes.at(-1);
      rows.push([
        last ? comparison.title : '',
        String(size),
        seconds(ours),
        seconds(theirs),
        theirs.length === 0 ? '-' : (median(theirs) / median(ours)).toFixed(1),
        last ? growth(runs, 'ours') : '',
        last ? growth(runs, 'theirs') : '',
      ]);
      if (last && agreement) notes.push(`${comparison.id}: ${agreement}`);
    }
  }
  console.log(columns([['', 'n', 'ours s', 'peer s', 'peer ÷ ours', 'ours grows', 'peer grows'], ...rows]));
  console.log(`${clock} seconds, medians of ${rounds} rounds in turn; growth between the two greatest n`);
  for (const note of notes) console.log(note);
}
