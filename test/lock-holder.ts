import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { addressOf, wordsFor } from './own-program.ts';

/** A process that changes a file and never comes to an end with it: it holds the file’s lock until it is killed. */
export async function lockHolder(file: string): Promise<ChildProcess> {
  const run = `
    import { changeWhole } from ${addressOf('resources/needs/whole-file.ts')};
    await changeWhole(${JSON.stringify(file)}, 0, () => { process.send('held'); for (;;); });`;
  const child = spawn(process.execPath, wordsFor(run), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

/** Ends a process as nothing can prevent, and waits until it has. */
export async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}
