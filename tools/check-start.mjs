// Runs `npm start` as a person does, opens the address that it prints, asks it for a ranking, and stops it with Ctrl-C.
// node tools/check-start.mjs [FOLDER]
import { spawn } from 'node:child_process';
import process from 'node:process';

const WITHIN = 300_000;
const folder = process.argv[2] ?? 'demo';
const child = spawn('npm', ['start', '--silent', '--', '--out', folder], {
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
});
const late = setTimeout(() => end(`nothing was served within ${WITHIN / 1000} s`), WITHIN);
let told = '';
let asked = false;
child.stdout.on('data', (data) => {
  process.stdout.write(data);
  told += data;
  const address = /open (http:\S+) in a browser/.exec(told)?.[1];
  if (address === undefined || asked || !told.includes('Ctrl-C')) return;
  asked = true;
  ask(address).then(
    () => process.kill(-child.pid, 'SIGINT'),
    (error) => end(String(error)),
  );
});
child.on('exit', (code, signal) => {
  clearTimeout(late);
  if (!asked || (code !== 0 && signal !== 'SIGINT' && code !== 130)) process.exitCode = 1;
});

async function ask(address) {
  const page = await fetch(address, { headers: { accept: 'text/html' } });
  const html = await page.text();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1];
  if (page.status !== 200 || script === undefined) throw new Error(`no page at ${address}: ${page.status}`);
  const code = await fetch(address + script);
  const ranking = await (await fetch(`${address}/api/analyses/ranking?top=1`)).json();
  if (code.status !== 200 || ranking.rows.length !== 1)
    throw new Error('the page or its answers are not there');
}

function end(why) {
  console.error(why);
  process.exitCode = 1;
  process.kill(-child.pid, 'SIGTERM');
}
