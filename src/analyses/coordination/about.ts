import type { Observatory } from '../../observatory/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import type { Reason } from '../../base/index.ts';
import { messages as collaborationMessages } from '../collaboration/messages.ts';
import { describeRegions } from '../places/definitions.ts';
import { sayIncomplete } from '../population/incomplete-years.ts';
import { FEW_WORKS } from '../ranking/question.ts';
import type { Population } from '../population/population.ts';
import type { AdHocRegion } from '../places/units.ts';
import type { Years } from '../population/year-windows.ts';
import { messages as statisticMessages } from '../statistics/messages.ts';
import { messages } from './messages.ts';
import type { Coordination, CoordinationParams } from './question.ts';
import type { Region } from './regions.ts';

/** What an answer about coordination says of itself. */
export async function describeCoordination(
  observatory: Observatory,
  population: Population,
  given: CoordinationParams,
  answer: {
    readonly regions: readonly Region[];
    readonly adHoc: readonly AdHocRegion[];
    readonly windows: readonly Years[];
    readonly around: Coordination['around'];
    /** Rows of too few joint works. */
    readonly few: number;
    readonly without: readonly { readonly year: number; readonly reason: Reason }[];
    readonly incomplete: readonly number[];
  },
): Promise<About> {
  const { regions, adHoc, windows, around, few, without, incomplete } = answer;
  const described = await describeRegions(
    observatory,
    regions.map(({ place }) => place.id),
    adHoc,
  );
  return makeAbout(observatory, population, {
    analysis: 'coordination',
    counting: messages.counting({
      coaffiliation: given.coaffiliation,
      capped: given.capped,
      authorCap: observatory.manifest.authorCap,
    }),
    interval: {
      method: messages.method(),
      level: given.level,
      draws: null,
      seed: null,
    },
    definitions: described.definitions,
    notes: [
      messages.noEffect(),
      messages.expected(),
      messages.density(),
      messages.sizes(),
      collaborationMessages.notAdjusted(),
      ...(windows.length > 1 && given.window > 1 ? [messages.overlapping()] : []),
      ...(windows.length === 1 && given.window === 1 ? [messages.oneYear()] : []),
      ...regions
        .filter(({ cities }) => cities.length < 2)
        .map(({ place: { name, nameZh } }) => messages.oneCity({ place: { name, nameZh } })),
      ...(regions.length === 1 ? [messages.noPeers()] : []),
      ...(around === null ? [messages.noPolicy()] : []),
      ...(few > 0 ? [messages.roughRows({ rows: few, least: FEW_WORKS })] : []),
      ...(without.length > 0
        ? [messages.yearsWithout({ years: without.map(({ year, reason }) => ({ year, reason })) })]
        : []),
      ...(regions.some(({ place }) => place.kind !== 'region') ? [statisticMessages.citiesKnown()] : []),
      ...described.notes,
    ],
    warnings: [...described.warnings, ...sayIncomplete(incomplete, population)],
  });
}
