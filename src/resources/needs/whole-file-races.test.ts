import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it, vi } from 'vitest';
import { kill, lockHolder } from '../../../test/lock-holder.ts';
import { createRandom } from '../../measures/index.ts';
import { changeWhole } from './whole-file.ts';

/** A disk on which each operation begins when it likes: what two programs do at the same time happens in any order. */
vi.mock('node:fs/promises', async (original) => {
  const disk = await original<Record<string, unknown>>();
  const random = createRandom(7);
  return Object.fromEntries(
    Object.entries(disk).map(([name, operation]) => [
      name,
      typeof operation !== 'function'
        ? operation
        : async (...given: unknown[]): Promise<unknown> => {
            await wait(random.uniform() < 0.1 ? 25 : random.integer(4));
            return (operation as (...all: unknown[]) => unknown)(...given);
          },
    ]),
  );
});

const folder = mkdtempSync(join(tmpdir(), 'races-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a lock whose holder was killed passes to one of many that wait for it, in whatever order they act', async () => {
  const file = join(folder, 'many');
  await kill(await lockHolder(file));
  const left = join(folder, 'left');
  cpSync(`${file}.lock`, left, { recursive: true });
  // All of them see the same dead lock: whoever ends it late must not end that of who was quicker.
  for (let round = 0; round < 4; round++) {
    const many = `${file}-${round}`;
    cpSync(left, `${many}.lock`, { recursive: true });
    const lines = Array.from({ length: 12 }, (_, i) => `line ${String(i).padStart(2, '0')}`);
    const written = await Promise.allSettled(
      lines.map((line) =>
        changeWhole(many, 30_000, (bytes) => ({
          text: `${Buffer.from(bytes ?? []).toString('utf8')}${line}\n`,
          result: undefined,
        })),
      ),
    );
    const refused = written.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect([refused, readFileSync(many, 'utf8').trim().split('\n').sort()]).toEqual([[], lines]);
    expect(existsSync(`${many}.lock`)).toBe(false);
  }
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
}, 20_000);
