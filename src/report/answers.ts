import type { z } from 'zod';
import type { About } from '../analyses/about/about.ts';
import type { Analysis, Result } from '../analyses/analysis.ts';
import { coordination } from '../analyses/coordination/analysis.ts';
import type { Coordination } from '../analyses/coordination/question.ts';
import { effect } from '../analyses/effect/analysis.ts';
import { type Effect, MOST_CITIES } from '../analyses/effect/question.ts';
import type { Links } from '../analyses/links/question.ts';
import { links } from '../analyses/links/analysis.ts';
import { resolvePlace } from '../analyses/places/names.ts';
import { type PlaceDetail, placeOfId } from '../analyses/places/index.ts';
import { profile } from '../analyses/profile/analysis.ts';
import type { Profile } from '../analyses/profile/question.ts';
import { ranking } from '../analyses/ranking/analysis.ts';
import type { Ranking, RankingRow } from '../analyses/ranking/question.ts';
import { rankHistory } from '../analyses/rank-history/analysis.ts';
import type { RankHistory } from '../analyses/rank-history/question.ts';
import { sensitivity } from '../analyses/sensitivity/analysis.ts';
import type { Sensitivity } from '../analyses/sensitivity/question.ts';
import { specialisation } from '../analyses/specialisation/analysis.ts';
import type { Specialisation } from '../analyses/specialisation/question.ts';
import type { Step, TellStep } from '../analyses/progress.ts';
import { trend } from '../analyses/trend/analysis.ts';
import type { Trend } from '../analyses/trend/question.ts';
import type { WithNotes } from '../figures/figure.ts';
import type { Observatory } from '../observatory/index.ts';
import { InputError, type Language } from '../base/index.ts';
import { messages } from './messages.ts';
import type { ReportAsked } from './question.ts';
import { withNotes } from './with-notes.ts';

/** What a report has of a place, each as its own question answers it. */
export interface Answers {
  readonly place: PlaceDetail;
  readonly ranking: Ranking & WithNotes;
  /** Where it stands in that. */
  readonly own: RankingRow;
  readonly trend: Trend & WithNotes;
  readonly history: RankHistory & WithNotes;
  /** What it is strong in, a level below the field asked for; null where nothing lies below that. */
  readonly fields: (Specialisation & WithNotes) | null;
  readonly partners: Links & WithNotes;
  /** Of places of several cities that are no whole nation. */
  readonly coordination: (Coordination & WithNotes) | null;
  /** Where a policy of the place is known. */
  readonly effect: (Effect & WithNotes) | null;
  /** How its rank moves with what is counted; and, of several cities, how they work together. */
  readonly sensitivity: readonly (Sensitivity & WithNotes)[];
  readonly facts: Profile & WithNotes;
}

/** Steps of every report: its seven questions, and the drawing. */
const STEPS = 8;
const DRAWING = { en: 'Drawing', zh: '绘图' };
/** Ranks shown besides that of the place. */
const RANKED = 40;
const PARTNERS = { brief: 8, full: 26 };
const FIELDS = 40;
const RANKED_OF = { city: 'cities', province: 'provinces', nation: 'nations', region: 'regions' } as const;
const BELOW = { domain: 'field', field: 'subfield', subfield: 'topic' } as const;

/**
 * Asks everything that a report tells.
 * @throws InputError where the place, the years or the field are not of this observatory, or the place has no works in them
 */
export async function answersOf(
  observatory: Observatory,
  asked: ReportAsked,
  step?: TellStep,
): Promise<Answers> {
  const { years, field, full, peers, language } = asked;
  const ask = asker(observatory, language, (one) => step?.({ ...one, of: steps }));
  const named = await resolvePlace(observatory, asked.place);
  const place = await placeOfId(observatory, named.id);
  const { id, kind } = place;
  const shown = { id, name: place.name, nameZh: place.nameZh };
  const inside = (kind === 'region' || kind === 'province') && place.cities.length > 1;
  if (peers !== null && !(full && inside))
    throw new InputError(
      full ? messages.peersWithoutCoordination({ place: shown }) : messages.peersInBrief(),
    );
  const policy = inside && place.policyYear !== null && place.cities.length <= MOST_CITIES;
  const steps = STEPS + (inside ? 2 : 0) + (policy ? 1 : 0);
  const filters = { years, field };
  const output = await ask(trend, { ...filters, place: [id] });
  if (!output.rows.some(({ count }) => count > 0)) throw new InputError(messages.noWorks({ place: shown }));
  const ranked = await ask(ranking, { ...filters, of: [RANKED_OF[kind]], also: [id], top: RANKED });
  const below = belowOf(ranked.about.field);
  const answers = {
    place,
    ranking: ranked,
    own: ranked.rows.find((row) => row.place.id === id)!,
    trend: output,
    history: await ask(rankHistory, { ...filters, place: [id] }),
    fields:
      below === null ? null : await ask(specialisation, { ...filters, place: id, of: below, top: FIELDS }),
    partners: await ask(links, {
      ...filters,
      place: id,
      rows: kind === 'city' ? null : 'partners',
      top: full ? PARTNERS.full : PARTNERS.brief,
    }),
    coordination: inside ? await ask(coordination, { ...filters, place: id, peers }) : null,
    effect: policy ? await ask(effect, { ...filters, place: id, sensitivity: full }) : null,
    sensitivity: [
      await ask(sensitivity, { ...filters, analysis: 'ranking', place: id }),
      ...(inside ? [await ask(sensitivity, { ...filters, analysis: 'links', place: id })] : []),
    ],
    facts: await ask(profile, {
      ...filters,
      place: id,
      by: full ? ['statistics', 'policies', 'unlocated'] : ['policies', 'unlocated'],
    }),
  };
  step?.({ what: DRAWING, done: steps - 1, of: steps });
  return answers;
}

/** The level of fields that lies below the one asked for. */
function belowOf(field: About['field']): 'field' | 'subfield' | 'topic' | null {
  if (field === null) return 'field';
  return field.id === 0 || field.level === 'topic' ? null : BELOW[field.level as keyof typeof BELOW];
}

/** Puts questions one after another, telling which. */
function asker(observatory: Observatory, language: Language, step: (one: Omit<Step, 'of'>) => void) {
  let done = 0;
  return async <P extends z.ZodObject, R, A extends Result<R> & { readonly about: About }>(
    analysis: Analysis<P, R, A>,
    given: z.input<P>,
  ): Promise<A & WithNotes> => {
    step({ what: analysis.title, done: done++ });
    return withNotes(await analysis.run(observatory, analysis.params.parse(given)), language);
  };
}
