import { Option } from 'commander';
import { LOCATION_RULES } from '../observatory/index.ts';

/** Where authorships count, for commands that ask an observatory. */
export function locatedByOption(): Option {
  return new Option('--located-by <rule>', 'Count at institutions or where addresses say').choices(
    LOCATION_RULES,
  );
}

/** The same for a build: what its questions ask unless they say otherwise. */
export function locateOption(): Option {
  return new Option('--locate <rule>', 'Default of --located-by')
    .choices(LOCATION_RULES)
    .default('institution');
}
