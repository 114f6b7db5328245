import type { PreparedInstitutions } from '../places/index.ts';
import type { Summary } from './summary.ts';

/**
 * What an observatory has to say of itself where works or institutions are made up, from their own records: what made them
 * where every work is, else how many of how many are. Null where all is real. One made-up work among real ones is enough;
 * of institutions it is told where no work that counts is made up.
 */
export function syntheticMark(
  { synthetic, kept }: Pick<Summary, 'synthetic' | 'kept'>,
  institutions: Pick<PreparedInstitutions['report'], 'synthetic' | 'records'>,
): string | null {
  const works = total(synthetic);
  if (works > 0) {
    return works === kept
      ? names(synthetic)
      : `partly synthetic: ${works} of ${kept} works (${names(synthetic)})`;
  }
  const made = total(institutions.synthetic);
  return made === 0
    ? null
    : `partly synthetic: ${made} of ${institutions.records} institutions (${names(institutions.synthetic)})`;
}

const total = (marks: Readonly<Record<string, number>>): number =>
  Object.values(marks).reduce((sum, n) => sum + n, 0);

const names = (marks: Readonly<Record<string, number>>): string => Object.keys(marks).sort().join(', ');
