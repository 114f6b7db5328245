// An environment of Python with packages, made once under synopolis-bench/ in the machine's temporary folder.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { measure } from './measure.mjs';

/** The Python of an environment with these packages; or why there is none. None is wanted without packages. */
export async function environment(packages) {
  if (packages === undefined) return {};
  const name = createHash('sha256').update(packages.join(' ')).digest('hex').slice(0, 12);
  const home = join(tmpdir(), 'synopolis-bench', `python-${name}`);
  const python = join(home, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (existsSync(join(home, 'ready'))) return { python };
  try {
    console.error(`installing ${packages.join(', ')} in ${home}`);
    mkdirSync(dirname(home), { recursive: true });
    await measure('python3', ['-m', 'venv', home]);
    await measure(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);
    writeFileSync(join(home, 'ready'), '');
    return { python };
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    return { why: error.message.trim().split('\n').at(-1) };
  }
}
