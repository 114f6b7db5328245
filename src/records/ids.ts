export { isPlaceholder, openAlexNumber } from '../places/institutions/record.ts';

const CLASS = /^(?:(?:https?:\/\/openalex\.org\/)?(?:domains|fields|subfields)\/)?([0-9]{1,6})$/i;

/** The greatest whole number that a column of the relations holds (INTEGER); ids of works and authors have BIGINT. */
export const GREATEST = 2 ** 31 - 1;

/** The number of a domain, field or subfield of OpenAlex; bare numbers of older records count too. */
export function classNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value > 0 && value < 1e6 ? value : null;
  if (typeof value !== 'string') return null;
  const match = CLASS.exec(value);
  return match === null ? null : Number(match[1]);
}
