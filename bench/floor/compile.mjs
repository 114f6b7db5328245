// Compiles floor.cpp where a compiler, zlib and simdjson are there.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Compiles into `program`; gives why it could not, or null. */
export function compileFloor(program) {
  const source = fileURLToPath(new URL('floor.cpp', import.meta.url));
  const { status, error, stderr } = spawnSync(
    'c++',
    ['-O3', '-march=native', '-std=c++17', source, '-o', program, '-lsimdjson', '-lz', '-pthread'],
    { encoding: 'utf8' },
  );
  if (status === 0) return null;
  const what = error === undefined ? stderr.trim().split('\n')[0] : 'there is no C++ compiler';
  return `${what} (on Debian: g++, libsimdjson-dev and zlib1g-dev)`;
}
