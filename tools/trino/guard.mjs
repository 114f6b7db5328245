// Runs a server for as long as whoever started it lives: a program that is killed stops nothing that it has started.
import { spawn } from 'node:child_process';
import process from 'node:process';

const [command, ...args] = process.argv.slice(2);
const server = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
server.once('error', () => process.exit(1));
server.once('exit', (code) => process.exit(code ?? 1));
server.once('spawn', () => process.send(server.pid));
process.once('disconnect', () => server.kill('SIGKILL'));
