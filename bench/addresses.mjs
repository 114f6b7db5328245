// How right and how fast addresses are read. Run after `npm run build`:
//   node bench/addresses.mjs LABELS.csv     columns part, string, truth
// Prints precision and recall by part, then of all strings written in other ways, then strings a second.
import { readFileSync } from 'node:fs';
import process from 'node:process';

import { openAddressReader } from '../dist/places/addresses/index.js';
import { csvRecords } from '../dist/places/csv-records.js';

const file = process.argv[2];
const [header, ...rows] = csvRecords(readFileSync(file, 'utf8'), file).map(({ cells }) => cells);
const [part, text, truth] = ['part', 'string', 'truth'].map((name) => header.indexOf(name));
const reader = openAddressReader();

for (const [name, members] of grouped(rows, (row) => row[part])) score(name, members, (string) => string);

const VARIANTS = {
  'all, as they are': (string) => string,
  'all, without commas': (string) => string.replace(/,/g, ' '),
  'all, without the last part': (string) => string.replace(/[,\s]+[^,]*$/, ''),
  'all, lower case': (string) => string.toLowerCase(),
  'all, upper case': (string) => string.toUpperCase(),
};
for (const [name, write] of Object.entries(VARIANTS)) score(name, rows, write);

const ROUNDS = 60;
const strings = rows.map((row) => row[text]);
for (const string of strings) reader.read(string);
const from = process.cpuUsage();
for (let round = 0; round < ROUNDS; round++) for (const string of strings) reader.read(string);
const { user, system } = process.cpuUsage(from);
const perSecond = (ROUNDS * strings.length) / ((user + system) / 1e6);
console.log(`${Math.round(perSecond).toLocaleString('en')} strings a second of one core`);

function score(name, members, write) {
  let [read, right, named] = [0, 0, 0];
  for (const row of members) {
    const { place } = reader.read(write(row[text]));
    if (row[truth] === '?' && place !== null) continue;
    if (row[truth] !== '') named++;
    if (place !== null) read++;
    if (place !== null && place === row[truth]) right++;
  }
  console.log(`${name.padEnd(28)} precision ${percent(right, read)}   recall ${percent(right, named)}`);
}

function percent(some, all) {
  return `${((100 * some) / all).toFixed(1)}% (${some}/${all})`;
}

function grouped(values, keyOf) {
  const groups = new Map();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
