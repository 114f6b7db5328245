import { Option } from 'commander';
import type { LocatedBy } from '../observatory/index.ts';

const RULES: readonly LocatedBy[] = ['institution', 'address'];

/** Where authorships count, for commands that ask an observatory. */
export function locatedByOption(): Option {
  return new Option('--located-by <rule>', 'Count at institutions or where addresses say').choices(RULES);
}

/** The same for a build: what its questions ask unless they say otherwise. */
export function locateOption(): Option {
  return new Option('--locate <rule>', 'Default of --located-by').choices(RULES).default('institution');
}
