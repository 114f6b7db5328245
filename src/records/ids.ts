const OPENALEX = /^(?:https?:\/\/(?:api\.|www\.)?openalex\.org\/(?:[a-z]+\/)?)?([A-Z])([0-9]{1,15})$/i;
const ROR = /^(?:https?:\/\/ror\.org\/)?(0[0-9a-z]{8})$/i;
const CLASS = /^(?:https?:\/\/openalex\.org\/)?(?:domains|fields|subfields)\/([0-9]{1,6})$/i;

/** The number of an OpenAlex id of the given kind (`W`, `A`, `I`, `S`, `T`), or null where it is no such id. */
export function openAlexNumber(value: unknown, kind: string): number | null {
  if (typeof value !== 'string') return null;
  const match = OPENALEX.exec(value);
  return match !== null && match[1].toUpperCase() === kind ? Number(match[2]) : null;
}

/** The nine characters of a ROR id, lower case, or null. */
export function rorId(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const match = ROR.exec(value);
  return match === null ? null : match[1].toLowerCase();
}

/** The number of a domain, field or subfield of OpenAlex; bare numbers of older records count too. */
export function classNumber(value: unknown): number | null {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  if (typeof value !== 'string') return null;
  const match = CLASS.exec(value);
  return match === null ? null : Number(match[1]);
}
