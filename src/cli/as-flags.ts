import type { ParameterStyle } from '../base/index.ts';
import { kebab } from './kebab.ts';

/**
 * What an analysis says of its parameters, for whom has flags: texts have a parameter's name, or that with a value, between
 * grave accents, as a query over HTTP has them.
 * @example asFlags('leave out `capped`, or ask for `of=pairs`', ['capped', 'of']) === 'leave out --capped, or ask for --of pairs'
 */
export function asFlags(text: string, parameters: readonly string[]): string {
  return text.replace(/`([A-Za-z]+)(?:=([^`]+))?`/g, (whole, name: string, value?: string) =>
    parameters.includes(name) ? flagOf(kebab(name), value) : whole,
  );
}

function flagOf(flag: string, value: string | undefined): string {
  if (value === undefined || value === 'true') return `--${flag}`;
  if (value === 'false') return `--no-${flag}`;
  return /[\s="]/.test(value) ? `--${flag} "${value}"` : `--${flag} ${value}`;
}

/** A parameter as a flag: `--population-year 2020`, `--no-coaffiliation`. */
export const asFlag: ParameterStyle = (name, value) => flagOf(kebab(name), value ?? undefined);
