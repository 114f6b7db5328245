import type { ParameterStyle } from '../base/index.ts';
import { kebab } from './kebab.ts';

/** A parameter as a flag: `--population-year 2020`, `--no-coaffiliation`. */
export const asFlag: ParameterStyle = (name, value) => {
  const flag = kebab(name);
  if (value === null || value === 'true') return `--${flag}`;
  if (value === 'false') return `--no-${flag}`;
  return /[\s="]/.test(value) ? `--${flag} "${value}"` : `--${flag} ${value}`;
};
