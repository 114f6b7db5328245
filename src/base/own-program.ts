/** Set by the set-up of tests where `dist` was made of the source as it stands: what is compiled starts in a fifth of the time. */
export const COMPILED = 'SYNOPOLIS_TESTS_COMPILED';

/**
 * What is started as a process or a thread of its own, or imported by its address, and the module that it is. The build makes
 * one file of each and of what it imports, `dist/programs/NAME.js`: a thousand files take twice the time to load.
 */
export const PROGRAMS = {
  synopolis: 'cli/main',
  reader: 'http/work/reader-process',
  worker: 'records/worker',
  trino: 'trino/remote-tables',
} as const;

export interface OwnProgram {
  readonly url: URL;
  /** Whether it is TypeScript, so that whoever starts it must first register a loader. */
  readonly fromSource: boolean;
}

/** This file, its compiled form and the programs all lie two folders below. */
const ROOT = new URL('../../', import.meta.url);

export function ownProgram(name: keyof typeof PROGRAMS): OwnProgram {
  const fromSource = import.meta.url.endsWith('.ts') && process.env[COMPILED] === undefined;
  const path = fromSource ? `src/${PROGRAMS[name]}.ts` : `dist/programs/${name}.js`;
  return { url: new URL(path, ROOT), fromSource };
}
