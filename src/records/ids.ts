const OPENALEX = /^(?:https?:\/\/(?:api\.|www\.)?openalex\.org\/(?:[a-z]+\/)?)?([A-Z])([0-9]{1,15})$/i;
const CLASS = /^(?:https?:\/\/openalex\.org\/)?(?:domains|fields|subfields)\/([0-9]{1,6})$/i;

/** The number of an OpenAlex id of the given kind (`W`, `A`, `I`, `S`, `T`), or null where it is no such id. */
export function openAlexNumber(value: unknown, kind: string): number | null {
  if (typeof value !== 'string') return null;
  const match = OPENALEX.exec(value);
  return match !== null && match[1].toUpperCase() === kind ? Number(match[2]) : null;
}

/** The greatest whole number that a column of the relations holds (INTEGER); ids of works and authors have BIGINT. */
export const GREATEST = 2 ** 31 - 1;

/** The number of a domain, field or subfield of OpenAlex; bare numbers of older records count too. */
export function classNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value > 0 && value < 1e6 ? value : null;
  if (typeof value !== 'string') return null;
  const match = CLASS.exec(value);
  return match === null ? null : Number(match[1]);
}
