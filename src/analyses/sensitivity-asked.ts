import type { Observatory } from '../observatory/index.ts';
import { balance } from './balance.ts';
import { type Clusters, rivals } from './clusters.ts';
import { convergence } from './convergence.ts';
import { COUNTING_NAMES } from './link-counting.ts';
import { links } from './links.ts';
import { nameIn } from './name-in.ts';
import type { PlaceName } from './place-names.ts';
import { choiceOf } from './profile-output.ts';
import { ranking } from './ranking.ts';
import type { Headline, SensitivityParams, Setting, Tested } from './sensitivity-question.ts';

/** What is needed to ask an analysis under a setting. */
export interface Asking {
  readonly observatory: Observatory;
  readonly given: SensitivityParams;
  readonly place: PlaceName;
  readonly clusters: Clusters;
}

/** An analysis that can be put to the test: its settings for some definitions, and its headlines under one. */
export interface Question {
  settings(places: readonly string[]): readonly Setting[];
  ask(asking: Asking, setting: Setting): Promise<readonly Headline[]>;
}

const plain = { by: null, counting: null, coaffiliation: null, capped: null } as const;
const byOutput = (places: readonly string[]): Setting[] =>
  places.flatMap((place) => (['share', 'count'] as const).map((by) => ({ ...plain, place, by })));

const none = { text: null, textZh: null, interval: null, neutral: null, reason: null } as const;

export const QUESTIONS: Readonly<Record<Tested, Question>> = {
  ranking: {
    settings: byOutput,
    ask: async ({ observatory, given, place, clusters }, { place: id, by }) => {
      const { years, field, level, draws, seed } = given;
      const regions = place.kind === 'region' ? { definition: [id, ...rivals(clusters, id)] } : {};
      const kinds = choiceOf(place).kinds;
      const asked = { of: kinds, ...regions, also: [id], top: 1, by, years, field, level, draws, seed };
      const { rows } = await ranking.run(observatory, ranking.params.parse(asked));
      const own = rows.find((row) => row.place.id === id)!;
      return [
        {
          ...none,
          headline: 'rank',
          kind: 'rank',
          value: own.rank,
          interval: own.rankInterval,
          reason: own.reason,
        },
      ];
    },
  },
  links: {
    // Countings change which pair comes first, and not the ratio: they are tried under the first choice of the others.
    settings: (places) => [
      ...places.flatMap((place) =>
        [true, false].flatMap((coaffiliation) =>
          [false, true].map((capped) => ({ ...plain, place, counting: 'full', coaffiliation, capped })),
        ),
      ),
      ...COUNTING_NAMES.filter((counting) => counting !== 'full').map((counting) => ({
        ...plain,
        place: places[0],
        counting,
        coaffiliation: true,
        capped: false,
      })),
    ],
    ask: async ({ observatory, given }, { place, counting, coaffiliation, capped }) => {
      const { years, field, level } = given;
      const asked = { place, counting, coaffiliation, capped, years, field, level, top: 1 };
      const { rows, intra } = await links.run(observatory, links.params.parse(asked));
      const first = rows.at(0);
      const headlines: Headline[] = [
        {
          ...none,
          headline: 'first pair',
          kind: 'first',
          value: null,
          text: first === undefined ? null : `${first.a.name}–${first.b.name}`,
          textZh: first === undefined ? null : `${nameIn(first.a, 'zh')}–${nameIn(first.b, 'zh')}`,
          reason: first === undefined ? 'no links' : null,
        },
      ];
      if (intra === null || counting !== 'full') return headlines;
      return [
        {
          ...none,
          headline: 'observed/expected',
          kind: 'direction',
          value: intra.ratio,
          interval: intra.ratioInterval,
          neutral: 1,
          reason: intra.reason,
        },
        {
          ...none,
          headline: 'intra share',
          kind: 'level',
          value: intra.intraShare,
          interval: intra.intraShareInterval,
          reason: intra.intraShareReason,
        },
        ...headlines,
      ];
    },
  },
  balance: {
    settings: byOutput,
    ask: async ({ observatory, given }, { place, by }) => {
      const { years, field, level } = given;
      const { rows } = await balance.run(
        observatory,
        balance.params.parse({ place, by, years, field, level }),
      );
      const of = (index: string): (typeof rows)[number] => rows.find((row) => row.index === index)!;
      const first = of('first_share');
      return [
        ...['theil', 'gini_corrected'].map((index): Headline => {
          const { value, interval, reason } = of(index);
          return { ...none, headline: index, kind: 'level', value, interval, reason };
        }),
        {
          ...none,
          headline: 'first city',
          kind: 'first',
          value: null,
          text: first.first,
          textZh: first.firstZh,
          reason: first.reason,
        },
      ];
    },
  },
  convergence: {
    settings: byOutput,
    ask: async ({ observatory, given }, { place, by }) => {
      const { years, field, level } = given;
      const asked = convergence.params.parse({ place, by, years, field, level });
      const { beta, trend, netTrend } = await convergence.run(observatory, asked);
      const slope = (headline: string, of: typeof trend): Headline => ({
        ...none,
        headline,
        kind: 'direction',
        value: of.slope,
        neutral: 0,
        reason: of.slope === null ? of.reason : null,
      });
      return [
        {
          ...none,
          headline: 'β',
          kind: 'direction',
          value: beta.beta,
          interval: beta.interval,
          neutral: 0,
          reason: beta.beta === null ? beta.reason : null,
        },
        {
          ...none,
          headline: 'β without noise',
          kind: 'direction',
          value: beta.corrected,
          neutral: 0,
          reason: beta.corrected === null ? beta.reason : null,
        },
        slope('trend of σ', trend),
        ...(netTrend === null ? [] : [slope('trend of σ without noise', netTrend)]),
      ];
    },
  },
};
