import fc from 'fast-check';
import { splitWork, type WorkParts } from '../src/measures/output/share.ts';

/** The places of `anyWorks`. */
export const PLACES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

const author = fc.record({
  id: fc.option(fc.constantFrom('1', '2', '3', '4')),
  institutions: fc.array(fc.constantFrom(...PLACES, ''), { maxLength: 4 }),
});

/** Up to thirty works of up to seven authorships in six places; the institution '' has no place. */
export const anyWorks = fc.array(
  fc
    .array(author, { maxLength: 7 })
    .map((authors): WorkParts => splitWork({ authors }, { placeOf: (id) => (id === '' ? null : id) })),
  { maxLength: 30 },
);
