// A peer in Python: it gets its input once, and then runs whenever it is asked, so that rounds go in turn.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * Starts `script`, which calls `serve` of peer.py, and hands it the input as one line of JSON.
 *
 * @returns {Promise<{ run(): Promise<{ wall: number, cpu: number, result: any }>, stop(): void }>}
 */
export async function startPeer(python, script, input) {
  const env = { ...process.env, PYTHONPATH: fileURLToPath(new URL('.', import.meta.url)) };
  const child = spawn(python, [script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${script} ended before it answered`);
    return JSON.parse(value);
  };
  child.stdin.write(
    `${JSON.stringify(input, (_, part) => (ArrayBuffer.isView(part) ? Array.from(part) : part))}\n`,
  );
  await next();
  return {
    run() {
      child.stdin.write('run\n');
      return next();
    },
    stop() {
      child.stdin.end();
    },
  };
}
