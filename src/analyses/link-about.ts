import type { Observatory } from '../observatory/index.ts';
import { type About, makeAbout } from './about.ts';
import { describeRegions } from './definitions.ts';
import { COUNTING_TEXT } from './link-counting.ts';
import type { Expectation } from './link-expected.ts';
import { FEW_JOINT_WORKS, type LinkRow, type Links, type LinksParams } from './link-params.ts';
import type { LinkQuestion } from './link-question.ts';
import type { Population } from './population.ts';

/** What an answer about links says of itself. */
export async function describeLinks(
  observatory: Observatory,
  population: Population,
  given: LinksParams,
  answer: {
    readonly question: LinkQuestion;
    readonly rows: readonly LinkRow[];
    readonly expectation: Expectation | null;
  },
): Promise<About> {
  const { question, rows, expectation } = answer;
  const ids = [question.place?.id ?? '', ...rows.flatMap(({ a, b }) => [a.id, b.id])];
  const regions = await describeRegions(observatory, ids, question.adHoc);
  const left = expectation?.without ?? [];
  const reasons = [...new Set(left.map(({ reason }) => reason))].join(', ');
  return makeAbout(observatory, population, {
    analysis: 'links',
    counting: `${COUNTING_TEXT[given.counting]}, ${given.coaffiliation ? 'with' : 'without'} co-affiliation, ${
      given.capped ? 'with' : 'without'
    } works above ${observatory.manifest.authorCap} authors`,
    interval: {
      method:
        'linearisation over works, the expectation’s own refit included; logarithmic for ratios, logit for the intra share',
      level: given.level,
      draws: null,
      seed: null,
    },
    definitions: regions.definitions,
    warnings: regions.warnings,
    notes: [
      'expected: quasi-independence (empty diagonal) on weight 1/(k−1) over all cities with a link under these filters, per year, then summed; observed/expected is on that weight',
      `rows with fewer than ${FEW_JOINT_WORKS} joint works are marked: their ratios say little`,
      ...(left.length > 0
        ? [
            `years without an expectation (${reasons}) are left out of observed and expected alike: ${left.map(({ year }) => year).join(', ')}`,
          ]
        : []),
      ...sectorNotes(population.sectors),
    ],
  });
}

function sectorNotes(sectors: readonly string[] | null): string[] {
  if (sectors === null) return [];
  if (sectors.length === 1)
    return ['by sector, co-affiliation cannot be told, and k counts the cities of that sector'];
  return [
    `one end of every pair is ${sectors.join(', the other ')}: works of the two in one city are no link; k counts the cities of either; co-affiliation cannot be told`,
  ];
}

/** An intra share as a sentence. */
export function sayIntra({
  place,
  cities,
  intraShare,
  intraShareInterval,
  expectedShare,
  ratio,
  ratioInterval,
  intraShareReason,
}: NonNullable<Links['intra']>): string {
  if (intraShare === null || ratio === null || expectedShare === null)
    return `${place.name}: no intra share (${intraShareReason ?? 'no links'}).`;
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  const ends = (interval: readonly [number, number] | null, form: (value: number) => string): string =>
    interval === null ? '' : ` (${form(interval[0])}–${form(interval[1])})`;
  return (
    `${place.name}, ${cities} cities: ${percent(intraShare)}${ends(intraShareInterval, percent)} of the collaboration of its cities stays inside (weight 1/(k−1)); ` +
    `expected ${percent(expectedShare)}; ${ratio.toFixed(2)} times${ends(ratioInterval, (value) => value.toFixed(2))} what its cities’ collaboration makes likely.`
  );
}
