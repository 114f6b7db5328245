import { join, resolve } from 'node:path';
import { EngineError } from '../engine/engine.ts';
import { InputError, systemFault } from '../base/index.ts';
import { PARTS } from './finished-parts.ts';
import { messages } from './messages.ts';
import { BuildCancelled, type Phase } from './options.ts';

const NO_SPACE = /ENOSPC|No space left|EDQUOT|not enough space|max_temp_directory_size/i;

/** An error as a person should see it: one that was asked for, or that only the disk is to blame for, says so. */
export function buildError(
  error: unknown,
  { out, phase, cancelled }: { out: string; phase: Phase; cancelled: boolean },
): unknown {
  if (cancelled) return new BuildCancelled();
  if (!(error instanceof Error)) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (!NO_SPACE.test(`${code} ${error.message}`))
    return systemFault(error) ?? unreadablePart(error, out) ?? error;
  return new InputError(messages.noSpace({ phase }), { file: out });
}

/** Where the engine could not read a table of a part, in its words: which one it is, and what to do about it. */
function unreadablePart(error: Error, out: string): InputError | null {
  if (!(error instanceof EngineError)) return null;
  const parts = `${join(resolve(out), PARTS)}/`;
  const at = error.message.indexOf(parts);
  if (at < 0) return null;
  const part = /^[^/"']+/.exec(error.message.slice(at + parts.length))?.[0] ?? '';
  return new InputError(messages.unreadablePart({ fault: error.message.split('\n')[0] }), {
    file: join(parts, part),
  });
}
