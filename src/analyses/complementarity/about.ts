import type { Observatory } from '../../observatory/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import { messages as collaborationMessages } from '../collaboration/messages.ts';
import { describeRegions } from '../places/definitions.ts';
import type { Baseline } from '../field-table/baseline.ts';
import { messages as fieldMessages } from '../field-table/messages.ts';
import { MINIMUM } from '../field-table/minimum.ts';
import type { Relating } from '../field-table/reference.ts';
import { relatingNote, withoutField } from '../field-table/notes.ts';
import type { Population } from '../population/population.ts';
import { messages } from './messages.ts';
import type { Asked } from './asked.ts';
import type { Complementarity, ComplementarityParams } from './question.ts';

/** What an answer about complementarity says of itself. */
export async function describe(
  observatory: Observatory,
  population: Population,
  given: ComplementarityParams,
  made: {
    readonly question: Asked;
    readonly baseline: Baseline;
    readonly relating: Relating | null;
    readonly answered: Pick<Complementarity, 'pairs' | 'known'>;
  },
): Promise<About> {
  const { question, baseline, relating, answered } = made;
  const { place, partner, adHoc } = question;
  const regions = await describeRegions(
    observatory,
    [place.id, ...(partner === null ? [] : [partner.id])],
    adHoc,
  );
  return makeAbout(observatory, population, {
    analysis: 'complementarity',
    counting: messages.counting({
      of: given.of,
      baseline: { name: baseline.name, nameZh: baseline.nameZh },
      authorCap: observatory.manifest.authorCap,
    }),
    interval: {
      method: messages.method(),
      level: given.level,
      draws: given.draws,
      seed: given.seed,
    },
    definitions: regions.definitions,
    warnings: [
      ...regions.warnings,
      ...(given.belowMinimum ? [fieldMessages.shownBelow()] : []),
      ...(answered.pairs > 0 && answered.known === 0 && relating === null ? [fieldMessages.fewCities()] : []),
    ],
    notes: [
      ...(answered.pairs === 0 ? [messages.oneCity()] : []),
      messages.potential(),
      fieldMessages.followsSize({ minimum: MINIMUM.clear }),
      messages.whatItIs(),
      messages.intervals(),
      collaborationMessages.notAdjusted(),
      fieldMessages.oneSided(),
      messages.percentile({ peers: given.peers }),
      fieldMessages.rule({ threshold: given.threshold, least: given.least }),
      relatingNote(relating, given.enough),
      ...(answered.known < answered.pairs && relating !== null
        ? [messages.unknown({ pairs: answered.pairs, unknown: answered.pairs - answered.known })]
        : []),
      ...(await withoutField(observatory, population)),
      ...regions.notes,
    ],
  });
}
