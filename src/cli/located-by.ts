import { Option } from 'commander';
import type { LocationRule } from '../observatory/index.ts';

const RULES: readonly LocationRule[] = ['institution', 'address'];

/** Where authorships count, for commands that ask an observatory. */
export function locatedByOption(): Option {
  return new Option('--located-by <rule>', 'Count at institutions or where addresses say').choices(RULES);
}

/** The same for a build: what its questions ask unless they say otherwise. */
export function locateOption(): Option {
  return new Option('--locate <rule>', 'Default of --located-by').choices(RULES).default('institution');
}
