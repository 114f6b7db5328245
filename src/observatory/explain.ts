import { InputError } from '../places/index.ts';
import { BuildCancelled, type Phase } from './options.ts';

const NO_SPACE = /ENOSPC|No space left|EDQUOT|not enough space|max_temp_directory_size/i;

/** An error as a person should see it: one that was asked for, or that only the disk is to blame for, says so. */
export function explained(
  error: unknown,
  { out, phase, cancelled }: { out: string; phase: Phase; cancelled: boolean },
): unknown {
  if (cancelled) return new BuildCancelled();
  if (!(error instanceof Error)) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (!NO_SPACE.test(`${code} ${error.message}`)) return error;
  return new InputError('there is no space left on the disk.', {
    file: out,
    todo: `Free some and run the same command again: finished parts are kept (stopped at: ${phase}).`,
  });
}
