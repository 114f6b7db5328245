import {
  type Answer,
  claimMessages,
  fromInterval,
  type Question,
  type World,
  withoutObservatory,
} from '../../claims/index.ts';
import type { Message, Named, Reason } from '../../base/index.ts';
import type { Facts } from '../../facts/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { parsePlaceId } from '../../places/index.ts';
import type { Directory } from '../../resources/index.ts';
import type { About } from '../about/about.ts';
import { syntheticZh } from '../about/synthetic.ts';
import { messages } from './messages.ts';
import { countResources } from './resources.ts';
import { links } from '../links/analysis.ts';
import { type Links, linksParams } from '../links/question.ts';
import { ranking } from '../ranking/analysis.ts';
import { type Ranking, rankingParams, type RankingRow } from '../ranking/question.ts';
import type { Kinds } from '../places/units.ts';

/** A city's rank is looked for among so many first; then ten times as many. */
const LOOKED_AT = [50, 500, 5000];

const KINDS_OF: Readonly<Record<string, Kinds>> = {
  city: 'cities',
  province: 'provinces',
  nation: 'nations',
  region: 'regions',
};

/** What claims are held against: published facts, an observatory through its analyses, the directory of resources. */
export function claimsWorld(
  facts: Facts,
  observatory: Observatory | null,
  directory: Directory | null = null,
): World {
  const without = withoutObservatory(facts);
  return {
    facts,
    ask: async (question) => {
      if (question.ask === 'resources')
        return directory === null ? without.ask(question) : countResources(directory, question);
      if (observatory === null) return without.ask(question);
      switch (question.ask) {
        case 'share_of_works':
        case 'count_of_works':
          return output(observatory, question);
        case 'rank_of':
          return rankOf(observatory, question);
        case 'outranks':
          return outranks(observatory, question);
        case 'joint_works':
          return jointWorks(observatory, question);
        case 'intra_share':
        case 'observed_expected':
          return cohesion(observatory, question);
      }
    },
  };
}

async function output(observatory: Observatory, question: Question): Promise<Answer> {
  const [place] = question.places;
  const by = question.ask === 'share_of_works' ? 'share' : 'count';
  const kind = kindOf(place);
  // One city is a region of one city: asked for like that, nothing else is ranked.
  const own = kind === 'cities' ? [{ name: place, cities: [place] }] : [];
  const params = kind === 'cities' ? { of: ['nations'], top: 1 } : { of: [kind], top: 5000 };
  const result = await ranked(observatory, question, { ...params, by }, own);
  const row = rowOf(result, kind === 'cities' ? `adhoc:${place}` : place);
  const label = messages.outputOf({ by, place: named(row?.place, place) });
  if (row === undefined) return { ...none(result.about, label), value: 0, unit: 'works', reason: null };
  return {
    ...found(result.about, row[by], by === 'share' ? row.shareInterval : row.countInterval),
    unit: 'works',
    label,
  };
}

async function rankOf(observatory: Observatory, question: Question): Promise<Answer> {
  const [place] = question.places;
  const of = optionsOf(question).of ?? kindOf(place);
  for (const top of LOOKED_AT) {
    const result = await ranked(observatory, question, { of: [of], top });
    const row = rowOf(result, place);
    const label = messages.rankAmong({ place: named(row?.place, place), ranked: result.ranked, of });
    if (row !== undefined) return { ...found(result.about, row.rank, row.rankInterval), unit: 'rank', label };
    if (result.rows.length < top) return { ...none(result.about, label), reason: messages.noWork({ place }) };
  }
  return {
    value: null,
    unit: 'rank',
    label: messages.rankOf({ place: named(undefined, place) }),
    reason: messages.notAmongFirst({ place, first: LOOKED_AT.at(-1)! }),
  };
}

async function outranks(observatory: Observatory, question: Question): Promise<Answer> {
  const { places } = question;
  const options = optionsOf(question);
  const of = options.of === undefined ? [...new Set(places.map(kindOf))] : [options.of];
  const { about, outranks: asked } = await ranked(observatory, question, { of, top: 1, outranks: places });
  const label = messages.ahead({
    first: named(asked?.first, places[0]),
    second: named(asked?.second, places[1]),
  });
  return {
    ...none(about, label),
    unit: 'probability',
    value: asked?.probability ?? null,
    reason: asked?.probability == null ? undefinedFor(asked?.reason ?? 'it cannot be said') : null,
  };
}

async function jointWorks(observatory: Observatory, question: Question): Promise<Answer> {
  const [place, partner] = question.places;
  const { about, rows } = await linked(observatory, question, { place, with: partner });
  const counting = optionsOf(question).counting ?? 'full';
  const [row] = rows;
  const label = messages.jointWorks({ a: named(row.a), b: named(row.b) });
  return {
    ...none(about, label),
    unit: 'works',
    value: row[counting as 'full' | 'fractional' | 'partner' | 'score'],
    reason: null,
  };
}

/** Of a region inside, or of two places: how far they turn to each other. */
async function cohesion(observatory: Observatory, question: Question): Promise<Answer> {
  const place = question.places[0];
  const partner = question.places.at(1);
  if (question.ask === 'observed_expected' && partner !== undefined) {
    const { about, rows } = await linked(observatory, question, { place, with: partner });
    const [{ a, b, ratio, ratioInterval, reason }] = rows;
    const label = messages.ratioOfPair({ a: named(a), b: named(b) });
    return ratio === null
      ? { ...none(about, label), unit: 'fraction', reason: undefinedFor(reason ?? 'there is no expectation') }
      : { ...found(about, ratio, ratioInterval), unit: 'fraction', label };
  }
  const { about, intra } = await linked(observatory, question, { place, top: 1 });
  const share = question.ask === 'intra_share';
  const label = (share ? messages.intraShare : messages.ratioInside)({ place: named(intra?.place, place) });
  const value = share ? intra?.intraShare : intra?.ratio;
  const why = share ? intra?.intraShareReason : intra?.reason;
  if (value == null)
    return {
      ...none(about, label),
      unit: 'fraction',
      reason: why == null ? messages.noInside({ place }) : undefinedFor(why),
    };
  const interval = share ? intra!.intraShareInterval : intra!.ratioInterval;
  return { ...found(about, value, interval), unit: 'fraction', label };
}

function kindOf(place: string): Kinds {
  return KINDS_OF[parsePlaceId(place)?.kind ?? 'region'];
}

/** Ranking and links take the options of a claim as their own parameters, and refuse what they do not know. */
function ranked(
  observatory: Observatory,
  question: Question,
  params: object,
  own: readonly { name: string; cities: readonly string[] }[] = [],
): Promise<Ranking> {
  const { years, places, regions } = question;
  const { field = null, by = 'share', base, sector } = optionsOf(question);
  const definitions = places.filter((place) => place.startsWith('def:'));
  return ranking.run(
    observatory,
    rankingParams.parse({
      years,
      field,
      by,
      base: base === undefined ? null : Number(base),
      sector: sector === undefined ? null : [sector],
      region: [...regions.map(({ name, cities }) => ({ name, cities })), ...own],
      ...(definitions.length > 0 ? { definition: definitions } : {}),
      ...params,
    }),
  );
}

function linked(
  observatory: Observatory,
  question: Question,
  params: { place: string; with?: string; top?: number },
): Promise<Links> {
  const { years, regions } = question;
  const options = optionsOf(question);
  const { field = null, counting = 'full', sector, coaffiliation = 'true', capped = 'false' } = options;
  const name = (place: string): string => place.replace(/^adhoc:/, '');
  return links.run(
    observatory,
    linksParams.parse({
      years,
      field,
      counting,
      sector: sector === undefined ? null : sector.split('+'),
      coaffiliation: coaffiliation === 'true',
      capped: capped === 'true',
      region: regions.map(({ name, cities }) => ({ name, cities })),
      ...params,
      place: name(params.place),
      ...(params.with === undefined ? {} : { with: name(params.with) }),
    }),
  );
}

function optionsOf({ options }: Question): Partial<Record<string, string>> {
  return options;
}

function rowOf({ rows }: Ranking, place: string): RankingRow | undefined {
  return rows.find((row) => row.place.id === place);
}

function found(
  about: About,
  value: number,
  interval: readonly [number, number] | null,
): Omit<Answer, 'unit' | 'label'> {
  const level = about.interval?.level ?? 0.95;
  return {
    value,
    reason: null,
    ...said(about),
    ...(interval === null
      ? {}
      : {
          interval: { low: interval[0], high: interval[1], level },
          spread: fromInterval(value, interval[0], interval[1], level),
        }),
  };
}

function none(about: About, label: Message): Answer {
  return { value: null, unit: 'rank', label, reason: undefinedFor('it cannot be said'), ...said(about) };
}

/** A place by its names; by its id where it is not in the answer. */
const named = (place: Named | undefined, id = ''): Named => ({
  name: place?.name ?? id,
  nameZh: place?.nameZh ?? null,
});

const undefinedFor = (reason: Reason): Message => claimMessages.undefined({ reason });

/** Which observatory answered, of what works, and what it warns of. */
function said(about: About): Pick<Answer, 'sources' | 'warnings'> {
  const { observatory, works, locatedShare, synthetic } = about;
  return {
    sources:
      observatory === null
        ? []
        : [
            messages.observatory({
              title: observatory.title,
              built: observatory.built.slice(0, 10),
              works,
              locatedShare,
              counting: about.messages.counting,
            }),
          ],
    warnings: [
      ...(synthetic === null
        ? []
        : [claimMessages.synthetic({ mark: { en: synthetic, zh: syntheticZh(synthetic) } })]),
      ...about.messages.warnings,
    ],
  };
}
