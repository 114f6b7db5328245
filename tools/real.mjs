// Real records through the whole house, as a user would run it: builds observatories of the records that lie beside the
// project, checks their laws, and prints what they say. Ends with 1 where a command fails or a law breaks.
//   npm run real [-- --out FOLDER]     FOLDER keeps the observatories; without it they are taken away at the end
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { main } from '../dist/cli/main.js';
import { theTerminal } from '../dist/cli/terminal.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = join(root, '../shared/data');
const records = (name) => join(data, 'works', `${name}.jsonl.gz`);
const ror = join(data, 'institutions/ror-records.jsonl.gz');
const { values } = parseArgs({ options: { out: { type: 'string' } } });

/** Runs a command; one that fails ends everything, with what it said. */
async function synopolis(...words) {
  const said = [];
  const code = await main(words, { ...theTerminal, redraws: false, err: (text) => said.push(text) });
  if (code === 0) return;
  process.stderr.write(said.join(''));
  throw new Error(`synopolis ${words.join(' ')} ended with ${code}`);
}

const say = (...lines) => process.stdout.write(lines.map((line) => `${line}\n`).join(''));
const heading = (text) => say('', text, '─'.repeat(text.length), '');

async function observatory(folder, title, ...names) {
  const works = names.map(records);
  await synopolis('build', '--works', ...works, '--institutions', ror, '--title', title, '--out', folder);
  await synopolis('check', folder);
}

async function geoscienceAndHealth(folder) {
  say('GEOSCIENCE AND GLOBAL HEALTH', '');
  say('Works of the geosciences, many of them by one university, and of nine journals of global health.');
  say('They show that real records go through. Which works they are decides who leads: no league table.', '');
  await observatory(folder, 'Geoscience and global health', 'geoscience-api', 'global-health-journals');
  heading('Which cities lead, among these works?');
  await synopolis('ranking', folder);
  heading('Where do the Chinese clusters stand among world regions?');
  await synopolis('ranking', folder, '--of', 'regions');
  heading('How much of these works is located, and what is missing?');
  await synopolis('coverage', folder, '--by', 'country,field,reason,dropped,unknown,doubtful', '--top', '10');
  heading('Does that change over the years?');
  await synopolis('coverage', folder, '--by', 'year', '--years', '2014-2024');
}

async function chinaInternational(folder) {
  say('', '', 'CHINA INTERNATIONAL: FOR RESOLUTION AND PAIRS ONLY', '');
  say(
    'Works with an institution in mainland China and one abroad, whose institutions are known by name and country',
  );
  say(
    'alone. They are a sample of their own: no ranking, no trend, and two Chinese cities meet in them only beside a',
  );
  say('partner abroad, so that the ratios of such pairs say nothing of how these cities work together.', '');
  await observatory(folder, 'China international', 'china-international');
  heading('How many names resolve, and why do the others not?');
  await synopolis('coverage', folder, '--by', 'reason,unknown', '--top', '10');
  heading('Which cities share most works?');
  await synopolis('links', folder, '--top', '15');
  heading('Which regions?');
  await synopolis('links', folder, '--kind', 'region', '--top', '10');
}

async function run() {
  const folder = values.out ?? mkdtempSync(join(tmpdir(), 'synopolis-real-'));
  try {
    await geoscienceAndHealth(join(folder, 'geoscience-and-global-health'));
    await chinaInternational(join(folder, 'china-international'));
  } finally {
    if (values.out === undefined) rmSync(folder, { recursive: true });
  }
}

if (existsSync(data)) {
  await run().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
} else {
  say(`There are no real records beside the project (${data}), so there is nothing to show here.`);
  say('docs/real.md leads to a ranking of real records of your own.');
}
