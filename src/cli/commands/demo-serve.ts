import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../../base/index.ts';
import type { RealDemonstration } from '../../http/index.ts';
import { readManifest } from '../../observatory/index.ts';
import type { Terminal } from '../terminal.ts';

/** Folder of the synthetic demonstration. */
export const DEMONSTRATION = 'demo';
/** Folder of the demonstration of real records, beside that of the synthetic one. */
export const REAL_DEMONSTRATION = 'demo-real';

/** Of `synopolis serve`, too. */
const PORT = 4173;

/** The observatory of real records beside the synthetic demonstration `out`, where it was fetched. */
export function realDemonstration(out: string, terminal: Terminal): string[] {
  return readable(
    join(dirname(out), REAL_DEMONSTRATION),
    'Only the synthetic demonstration is served.',
    terminal,
  );
}

/** The synthetic observatory beside the real demonstration `out`, where it was made. */
export function syntheticDemonstration(out: string, terminal: Terminal): string[] {
  return readable(join(dirname(out), DEMONSTRATION), 'Only the real demonstration is served.', terminal);
}

/** An observatory that cannot be read is reported and left out. */
function readable(demonstration: string, otherwise: string, terminal: Terminal): string[] {
  const folder = join(demonstration, 'observatory');
  if (!existsSync(folder)) return [];
  try {
    readManifest(folder);
    return [folder];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    terminal.err(`${error.message}\n${otherwise}\n`);
    return [];
  }
}

/** At the port of `synopolis serve`; where something else listens there, at any that is free. */
export async function serveDemonstrations(
  folders: readonly string[],
  terminal: Terminal,
  demonstration?: RealDemonstration,
): Promise<void> {
  const { serveUntilStopped } = await import('./serve.ts');
  const at = { folders, host: '127.0.0.1', log: 'error', demonstration };
  try {
    await serveUntilStopped({ ...at, port: PORT }, terminal);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    terminal.err(`${error.message}\n`);
    await serveUntilStopped({ ...at, port: 0 }, terminal);
  }
}
