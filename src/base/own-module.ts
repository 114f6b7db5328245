/** Set by the set-up of tests where `dist` was made of the source as it stands: what is compiled starts in a fifth of the time. */
export const COMPILED = 'SYNOPOLIS_TESTS_COMPILED';

export interface OwnModule {
  readonly url: URL;
  /** Whether it is TypeScript, so that whoever starts it must first register a loader. */
  readonly fromSource: boolean;
}

/**
 * A module of the program that runs in a thread or a process of its own.
 * @param path as source names it, from `base`: `./worker.ts`
 */
export function ownModule(path: string, base: string): OwnModule {
  const url = new URL(path, base);
  const fromSource = base.endsWith('.ts') && process.env[COMPILED] === undefined;
  if (fromSource) return { url, fromSource };
  const [before, after] = [url.href.lastIndexOf('/src/'), url.href.replace(/\.ts$/, '.js')];
  return {
    url: new URL(base.endsWith('.ts') ? `${after.slice(0, before)}/dist/${after.slice(before + 5)}` : after),
    fromSource,
  };
}
