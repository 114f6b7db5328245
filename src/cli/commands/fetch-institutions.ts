import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { render } from '../../base/index.ts';
import { fetchInstitutions, type World } from '../../records/openalex-api/index.ts';
import { fetchRor } from '../../records/ror-release/index.ts';
import { CliError } from '../error.ts';
import type { Terminal } from '../terminal.ts';
import { type Flags, logging, mayStart, plainly, run } from './fetch-run.ts';

/** Who has lists of institutions. ROR needs no key. */
const SOURCES = ['ror', 'openalex'] as const;
type Source = (typeof SOURCES)[number];

export interface InstitutionFlags extends Flags {
  readonly from?: readonly Source[];
  readonly rorUrl?: string;
}

/** @throws CliError where a name is no source */
export function readSources(text: string): readonly Source[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(SOURCES as readonly string[]).includes(name));
  if (unknown !== undefined) throw new CliError(`--from takes ror, openalex, or both; not “${unknown}”.`, 2);
  return SOURCES.filter((source) => names.includes(source));
}

/** `synopolis fetch institutions`: ROR's newest release, then all institutions of OpenAlex, each in a folder of its own. */
export async function runInstitutions(
  flags: InstitutionFlags,
  world: World,
  terminal: Terminal,
): Promise<void> {
  const { from = flags.filter === undefined ? SOURCES : (['openalex'] as const), out } = flags;
  if (from.includes('ror') && flags.filter !== undefined)
    throw new CliError('--filter is a filter of OpenAlex. Leave out --from ror.', 2);
  if (from.includes('ror')) await runRor({ ...flags, out: join(out, 'ror') }, world, terminal);
  if (!from.includes('openalex')) return;
  // Where an earlier run has put them beside each other, it is continued there.
  const folder = existsSync(join(out, 'fetch.json')) ? out : join(out, 'openalex');
  await run(fetchInstitutions, { ...flags, out: folder }, world, terminal);
}

async function runRor(flags: InstitutionFlags, world: World, terminal: Terminal): Promise<void> {
  const stop = new AbortController();
  const done = terminal.onInterrupt(() => stop.abort());
  let last = -Infinity;
  try {
    const { status, release, file } = await plainly(() =>
      fetchRor(
        {
          out: flags.out,
          address: flags.rorUrl,
          signal: stop.signal,
          agree: (cost) => {
            terminal.err(`${render(cost, 'en')}\n`);
            return mayStart(flags, terminal);
          },
          onBytes: (bytes, of) => {
            if (world.now() - last < 10_000) return;
            last = world.now();
            terminal.err(`${Math.floor(bytes / 1e6)} of ${Math.ceil(of / 1e6)} MB\n`);
          },
        },
        logging(world, terminal),
      ),
    );
    const { version, day } = release;
    if (status === 'declined')
      terminal.err(flags.dryRun === true ? 'dry run: nothing was fetched\n' : 'nothing was fetched\n');
    else terminal.err(`ROR ${version} (${day}) ${status === 'already' ? 'is already' : 'is'} in ${file}\n`);
  } finally {
    done();
  }
}
