import type { Observatory } from '../../observatory/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import { messages as aboutMessages } from '../about/messages.ts';
import type { Bilingual, Message } from '../../base/index.ts';
import { describeRegions } from '../places/definitions.ts';
import { incompleteAmong, sayIncomplete } from '../population/incomplete-years.ts';
import type { Population } from '../population/population.ts';
import type { AdHocRegion } from '../places/units.ts';
import type { EffectCities } from './cities.ts';
import { messages } from './messages.ts';
import type { EffectParams } from './question.ts';
import type { Found } from './run.ts';

/** What an answer about an effect says of itself. */
export async function describeEffect(
  observatory: Observatory,
  population: Population,
  given: EffectParams,
  found: Found,
  cities: EffectCities | null,
  adHoc: readonly AdHocRegion[],
): Promise<About> {
  const described = await describeRegions(observatory, [found.place.id], adHoc);
  const incomplete = await incompleteAmong(observatory, population, given);
  const { fit } = found;
  return makeAbout(observatory, population, {
    analysis: 'effect',
    counting: messages.counting({
      counting: given.counting,
      coaffiliation: given.coaffiliation,
      capped: given.capped,
      authorCap: observatory.manifest.authorCap,
    }),
    definitions: described.definitions,
    interval:
      fit === null
        ? null
        : {
            method: messages.method(),
            over: 'pairs',
            level: given.level,
            draws: found.placebo?.distribution.length ?? null,
            seed: given.seed,
          },
    notes: [
      ...(fit === null
        ? found.rows.flatMap(({ reason }) => (reason === null ? [] : [asNote(reason)]))
        : [
            sample(fit),
            asNote(fit.equation),
            messages.relative(),
            messages.clustered(),
            messages.bias(),
            messages.noPower(),
          ]),
      ...(cities === null ? [] : compared(found, cities)),
      ...described.notes,
    ],
    warnings: [
      ...(fit?.warnings ?? []).map(asNote),
      ...described.warnings,
      ...sayIncomplete(incomplete, population),
    ],
  });
}

function sample({ sample: flow }: NonNullable<Found['fit']>): Message {
  const { rows, zeros, singletons, allZero, separated, used } = flow;
  return messages.sample({ rows, zeros, allZero, singletons, separated, used });
}

function compared({ policy }: Found, cities: EffectCities): Message[] {
  const { controls, region, silent, aside, treated, foreign, perCity, asked } = cities;
  return [
    messages.compared({ cities: region.length, controls: controls.length, foreign }),
    ...(silent > 0 ? [messages.silent({ cities: silent })] : []),
    ...(aside > 0 ? [messages.otherDelineations({ cities: aside })] : []),
    ...(treated > 0 ? [messages.treatedControls({ cities: treated })] : []),
    ...(perCity < asked ? [messages.fewControls({ perCity, asked })] : []),
    ...(policy !== null && policy.from > policy.year
      ? [messages.lagged({ from: policy.year, to: policy.from - 1 })]
      : []),
  ];
}

/** What the econometrics or a row say. */
const asNote = (text: Bilingual): Message => aboutMessages.text({ text });
