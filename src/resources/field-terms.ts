import { Glossary } from './match/glossary.ts';

/** A field as it was written, and in the words of the glossary, so that 中子散射 is found under neutron scattering. */
export async function fieldTerms(field: string): Promise<readonly string[]> {
  const entries = (await Glossary.open()).of(field);
  return [...new Set([field, ...entries.flatMap(({ en, zh }) => [en, zh])])];
}
