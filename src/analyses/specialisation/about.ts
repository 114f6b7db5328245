import type { Observatory } from '../../observatory/index.ts';
import type { Message } from '../../base/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import { messages as aboutMessages } from '../about/messages.ts';
import { describeRegions } from '../places/definitions.ts';
import type { Baseline } from '../field-table/baseline.ts';
import { messages as fieldMessages } from '../field-table/messages.ts';
import { MINIMUM } from '../field-table/minimum.ts';
import type { Relating } from '../field-table/reference.ts';
import { relatingNote, withoutField } from '../field-table/notes.ts';
import type { Population } from '../population/population.ts';
import { messages } from './messages.ts';
import { FEW_FIELD_WORKS, type Specialisation, type SpecialisationParams } from './question.ts';
import type { Subject } from './subject.ts';

/** What an answer about specialisation says of itself. */
export async function describe(
  observatory: Observatory,
  population: Population,
  given: SpecialisationParams,
  made: {
    readonly subject: Subject;
    readonly baseline: Baseline;
    readonly relating: Relating | null;
    readonly answered: Pick<Specialisation, 'diversity' | 'complexity' | 'fields'>;
    /** Why the place is below the minimum; null where it is not. */
    readonly below: Message | null;
  },
): Promise<About> {
  const { subject, baseline, relating, answered, below } = made;
  const regions = await describeRegions(observatory, [subject.place.id], subject.adHoc);
  const { diversity, complexity, fields } = answered;
  return makeAbout(observatory, population, {
    analysis: 'specialisation',
    counting: messages.counting({ of: given.of, baseline: { name: baseline.name, nameZh: baseline.nameZh } }),
    interval: {
      method: messages.method(),
      level: given.level,
      draws: given.draws,
      seed: given.seed,
    },
    definitions: regions.definitions,
    warnings: [
      ...regions.warnings,
      ...(given.belowMinimum && below !== null ? [fieldMessages.shownBelow()] : []),
      ...(complexity.anchor?.weak === true ? [messages.weakAnchor()] : []),
      ...(diversity.value === null && fields > 0 ? [aboutMessages.text({ text: diversity.reason! })] : []),
    ],
    notes: [
      ...(fields === 0 ? [messages.noFields()] : []),
      fieldMessages.rule({ threshold: given.threshold, least: given.least }),
      fieldMessages.followsSize({ minimum: MINIMUM.clear }),
      relatingNote(relating, given.enough),
      messages.fewWorks({ least: FEW_FIELD_WORKS }),
      messages.density(),
      messages.eci(),
      messages.intervals(),
      fieldMessages.oneSided(),
      ...(complexity.value !== null && complexity.rank === null ? [messages.notRanked()] : []),
      ...(complexity.value === null && complexity.of === 0 && complexity.reason !== null
        ? [aboutMessages.text({ text: complexity.reason })]
        : []),
      ...(await withoutField(observatory, population)),
      ...regions.notes,
    ],
  });
}
