import { nearMisses } from '../places/misspelt.ts';

export function unknownField(name: string, known: readonly string[]): { what: string; todo: string } {
  const near = nearMisses(name, known, 3).map(({ key }) => key);
  return {
    what: `“${name}” is no field`,
    todo: near.length > 0 ? `Did you mean ${near.join(', ')}?` : `Fields are ${known.join(', ')}.`,
  };
}
