import { it } from 'vitest';

/** Declares a test of drawn cases twice: with `few` of them for every run, and with `many` for the full suite. */
export function fewAndMany(
  name: string,
  { few, many }: { readonly few: number; readonly many: number },
  test: (cases: number) => void | Promise<void>,
): void {
  it(`${name} (${few} cases)`, () => test(few));
  it(`${name} (${many} cases)`, { tags: 'full', timeout: 900_000 }, () => test(many));
}

/** Options of a test of one case of many: for every run where the case is one of a few, and else for the full suite. */
export const fullUnless = (oneOfFew: boolean): { readonly tags?: 'full' } =>
  oneOfFew ? {} : { tags: 'full' };
