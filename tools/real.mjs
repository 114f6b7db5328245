// Real records through all of the program, as a user would run it: builds observatories of the records that lie beside the
// project, checks their laws, prints what they say, and serves the sets that answer questions, side by side. Ends with 1 where
// a command fails or a law breaks.
//   npm run real [-- --out FOLDER] [--check]
//     --out FOLDER   keeps the observatories; without it they are removed at the end
//     --check        builds and checks, and serves nothing, as in CI (CI=true)
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
const { values } = parseArgs({
  options: { out: { type: 'string' }, check: { type: 'boolean', default: false } },
});

/** Runs a command; one that fails ends everything, with what it said. */
async function synopolis(...words) {
  const said = [];
  const code = await main(words, { ...theTerminal, redraws: false, err: (text) => said.push(text) });
  if (code === 0) return;
  process.stderr.write(said.join(''));
  throw new Error(`synopolis ${words.join(' ')} ended with ${code}`);
}

const say = (...lines) => process.stdout.write(lines.map((line) => `${line}\n`).join(''));
const isCheck = values.check || process.env.CI === 'true';
const heading = (text) => say('', text, '─'.repeat(text.length), '');

/** Licences of the records, as their README gives them. */
const OPENALEX = 'CC0-1.0 (OpenAlex, ROR)';

async function observatory(folder, title, ...names) {
  const works = names.map(records);
  const said = ['--title', title, '--licence', OPENALEX];
  await synopolis('build', '--works', ...works, '--institutions', ror, ...said, '--out', folder);
  await synopolis('check', folder);
}

/**
 * Sets that are served side by side. IEEE VIS (`vis-affiliations`, MIT) names no institutions, only address strings: it has
 * its place here once a build can take the city from them.
 */
const SETS = [
  { id: 'health', title: 'Global health journals', records: 'global-health-journals' },
  { id: 'geoscience', title: 'Geoscience', records: 'geoscience-api' },
];

async function buildAndServe(folder) {
  for (const { id, title, records: name } of SETS) await observatory(join(folder, id), title, name);
  say('', '');
  const folders = SETS.map(({ id }) => join(folder, id));
  const code = await main(['serve', ...folders, '--log', 'error'], theTerminal);
  if (code !== 0) throw new Error(`synopolis serve ended with ${code}`);
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
    if (!isCheck) await buildAndServe(folder);
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
