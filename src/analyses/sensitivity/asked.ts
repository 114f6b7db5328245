import { isReason, nameIn, type Reason } from '../../base/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { balance } from '../balance/analysis.ts';
import { convergence } from '../convergence/analysis.ts';
import { links } from '../links/analysis.ts';
import type { PlaceName } from '../places/names.ts';
import { choiceOf } from '../aggregates/aggregates.ts';
import { NotRanked } from '../ranking/rows.ts';
import { ranking } from '../ranking/analysis.ts';
import type { Headline, SensitivityParams, Setting } from './question.ts';
import type { Tested } from './testable-analyses.ts';
import type { AdHocRegion } from '../places/units.ts';

/** What is needed to ask an analysis under a setting. */
export interface Asking {
  readonly observatory: Observatory;
  readonly given: SensitivityParams;
  readonly place: PlaceName;
  /** The place, where it is a region of one's own. */
  readonly own: AdHocRegion | null;
  /** The question itself: the others are held against it. */
  readonly base: Setting;
}

/** An analysis that can be put to the test: its headlines under a setting. */
type Question = (asking: Asking, setting: Setting) => Promise<readonly Headline[]>;

/** The works that are asked about under a setting. */
const worksOf = (
  { years, field, sector, level }: SensitivityParams,
  setting: Setting,
): Pick<SensitivityParams, 'years' | 'field' | 'sector' | 'level'> => ({
  ...{ years: setting.years ?? years, field, sector, level },
});

const none = { text: null, textZh: null, interval: null, neutral: null, reason: null } as const;

/** The place of a setting, as analyses take it: by its id, or as a region of one's own. */
const placeOf = (
  { given, own }: Asking,
  { place }: Setting,
): { place: string | null } & Pick<SensitivityParams, 'region'> =>
  place === own?.id ? { place: null, region: given.region } : { place, region: [] };

export const QUESTIONS: Readonly<Record<Tested, Question>> = {
  ranking: async (asking, setting) => {
    const { observatory, given, place } = asking;
    const { place: id, by } = setting;
    const { region } = placeOf(asking, setting);
    const isOwn = region.length > 0;
    const regions = place.kind === 'region' ? { region } : {};
    const { kinds: of } = choiceOf(place);
    const { draws, seed } = given;
    const also = isOwn ? null : [id];
    const asked = { ...worksOf(given, setting), of, ...regions, also, top: 1, by, draws, seed };
    const headline = { ...none, headline: 'rank', kind: 'rank' } as const;
    try {
      const { rows } = await ranking.run(observatory, ranking.params.parse(asked));
      const { rank, rankInterval, reason } = rows.find((row) => row.place.id === id)!;
      return [{ ...headline, value: rank, interval: rankInterval, reason }];
    } catch (error) {
      // The question itself cannot be answered; under another setting there may be nothing to rank.
      if (setting === asking.base || !(error instanceof NotRanked)) throw error;
      return [{ ...headline, value: null, reason: 'no works there in these years' }];
    }
  },
  links: async (asking, setting) => {
    const { observatory, given } = asking;
    const { counting, coaffiliation, capped } = setting;
    const of = placeOf(asking, setting);
    const asked = { ...worksOf(given, setting), ...of, counting, coaffiliation, capped, top: 1 };
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
    if (intra === null || counting !== given.counting) return headlines;
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
  balance: async (asking, setting) => {
    const { observatory, given } = asking;
    const of = placeOf(asking, setting);
    const asked = balance.params.parse({ ...worksOf(given, setting), ...of, by: setting.by });
    const { rows } = await balance.run(observatory, asked);
    const indexed = (index: string): (typeof rows)[number] => rows.find((row) => row.index === index)!;
    const first = indexed('first_share');
    return [
      ...['theil', 'gini_corrected'].map((index): Headline => {
        const { value, interval, reason } = indexed(index);
        return { ...none, headline: index, kind: 'level', value, interval, reason: undefinedFor(reason) };
      }),
      {
        ...none,
        headline: 'first city',
        kind: 'first',
        value: null,
        text: first.first,
        textZh: first.firstZh,
        reason: undefinedFor(first.reason),
      },
    ];
  },
  convergence: async (asking, setting) => {
    const { observatory, given } = asking;
    const of = placeOf(asking, setting);
    const asked = convergence.params.parse({ ...worksOf(given, setting), ...of, by: setting.by });
    const { beta, trend, netTrend } = await convergence.run(observatory, asked);
    const slope = (headline: string, found: typeof trend): Headline => ({
      ...none,
      headline,
      kind: 'direction',
      value: found.slope,
      neutral: 0,
      reason: found.slope === null ? found.reason : null,
    });
    return [
      {
        ...none,
        headline: 'β',
        kind: 'direction',
        value: beta.beta,
        interval: beta.interval,
        neutral: 0,
        reason: beta.beta === null ? undefinedFor(beta.reason) : null,
      },
      {
        ...none,
        headline: 'β without noise',
        kind: 'direction',
        value: beta.corrected,
        neutral: 0,
        reason: beta.corrected === null ? undefinedFor(beta.reason) : null,
      },
      slope('trend of σ', trend),
      ...(netTrend === null ? [] : [slope('trend of σ without noise', netTrend)]),
    ];
  },
};

/** Why a figure is undefined; where it is a published one, whose reason is a text, only that it is. */
const undefinedFor = (reason: string | null): Reason | null =>
  reason === null || isReason(reason) ? reason : 'undefined';
