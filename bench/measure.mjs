// Runs a command and says how long it took and how much memory it and its children held at most.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';

const POLL_MS = 50;

/**
 * @returns {Promise<{ seconds: number, peakMb: number | null, stdout: string, stderr: string }>} `peakMb`: the largest
 * sum of resident memory over the process and its children, looked at every 50 ms, or the high-water mark of one of
 * them if that is more; pages that processes share count in each. null without /proc.
 * @throws when the command cannot be started or ends with another code than 0
 */
export function measure(command, args, { cwd, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const watch = watchMemory(child.pid);
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'])
      child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = (performance.now() - begun) / 1000;
      const peakMb = watch.stop();
      if (code === 0) resolve({ seconds, peakMb, ...output });
      else
        reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output.stderr.slice(-2000)}`));
    });
  });
}

/** As `measure`, with the seconds of processors that the command and its children took: `cpu`, null where no shell tells them. */
export async function measureCpu(command, args, options) {
  if (process.platform === 'win32') return { ...(await measure(command, args, options)), cpu: null };
  // The last line of `times` is of the children that have ended: minutes and seconds of theirs, and of the system for them.
  const script = '"$0" "$@"; code=$?; times >&2; exit $code';
  const measured = await measure('sh', ['-c', script, command, ...args], options);
  const lines = measured.stderr.trimEnd().split('\n');
  const cpu = [...lines.at(-1).matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  );
  return { ...measured, stderr: lines.slice(0, -2).join('\n'), cpu };
}

function watchMemory(pid) {
  if (!existsSync('/proc/self/status')) return { stop: () => null };
  let peak = 0;
  const look = () => {
    let sum = 0;
    for (const one of family(pid)) {
      const [resident, highest] = memory(one);
      sum += resident;
      peak = Math.max(peak, highest);
    }
    peak = Math.max(peak, sum);
  };
  look();
  const timer = setInterval(look, POLL_MS);
  return {
    stop() {
      clearInterval(timer);
      return peak / 1024;
    },
  };
}

/** A process and all below it. */
export function family(pid) {
  const list = [pid];
  for (let i = 0; i < list.length; i++) {
    try {
      list.push(
        ...readFileSync(`/proc/${list[i]}/task/${list[i]}/children`, 'utf8')
          .trim()
          .split(' ')
          .filter(Boolean)
          .map(Number),
      );
    } catch {
      // It has ended since.
    }
  }
  return list;
}

/** Resident memory now and at most, in kB; zeros for a process that has ended. */
export function memory(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return ['VmRSS', 'VmHWM'].map((key) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0));
  } catch {
    return [0, 0];
  }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Rows of cells as text in columns; the first row is the header. */
export function columns(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => String(row[i]).length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i])))
        .join('  '),
    )
    .join('\n');
}
