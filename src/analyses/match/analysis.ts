import { messages } from './messages.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import {
  answers,
  askerOf,
  Glossary,
  institutionOf,
  matchNeed,
  parseNeed,
  type Party,
} from '../../resources/index.ts';
import { aboutWithout, makeAbout } from '../about/about.ts';
import { defineAnalysis } from '../analysis.ts';
import { MATCH_COLUMNS } from './columns.ts';
import { type Match, type MatchParams, matchParams, matchResult } from './question.ts';
import { headTerms, matchRows } from './rows.ts';
import { corpusOf, expertiseOf, resourceSearch } from './sources.ts';
import { spreadOf } from './spread.ts';
import { findingsOf } from './findings.ts';
import { Population } from '../population/population.ts';

export const match = defineAnalysis({
  id: 'match',
  title: { en: 'Who can help', zh: '谁能帮上忙' },
  summary: 'Resources and institutions that meet a need',
  description: {
    en: 'Who meets a need: listed resources and institutions that publish on it, with reasons, confidence, distance and previous collaboration.',
    zh: '谁拥有所需：目录中的创新资源，以及确有相关论文的机构，附理由、可靠程度、距离与既往合作。',
  },
  params: matchParams,
  result: matchResult,
  argument: 'need',
  example: { need: 'neutron scattering' },
  columns: MATCH_COLUMNS,
  findings: findingsOf,
  run: answer,
  alone: (params) => answer(null, params),
});

async function answer(observatory: Observatory | null, params: MatchParams): Promise<Match> {
  const { of, top, halfLife, size } = params;
  if (observatory === null && of === 'institutions')
    throw new InputError(messages.institutionsWithoutObservatory());
  const need = parseNeed(params.need, await Glossary.open());
  const search = await resourceSearch(observatory, params.resources);
  const { directory } = search;
  const asker = askerOf(params.place, params.reach, directory.facts);
  const expertise =
    observatory === null || of === 'resources' ? null : await expertiseOf(observatory, { halfLife, size });
  const institutions = observatory === null ? [] : (await corpusOf(observatory)).institutions;
  if (observatory === null && params.from !== null)
    throw new InputError(messages.jointWorksWithoutObservatory());
  const party = partyOf(
    params.from === null ? null : institutionOf(params.from, institutions).id,
    asker.cities,
  );
  const sources = { resources: of === 'institutions' ? null : search, expertise };
  const found = await matchNeed(need, asker, sources, top);
  const context = { need, observatory, directory, expertise, institutions, asker, party };
  const rows = await matchRows(found.matches, context);
  const [beyond = null] = await matchRows(found.beyond === null ? [] : [found.beyond], context);
  const part = {
    analysis: 'match',
    counting: messages.counting(),
    interval: null,
    notes: [
      ...need.notes,
      ...(expertise?.corpus.notes ?? []),
      messages.withinOne(),
      messages.fieldsKnown(),
      ...(observatory === null ? [messages.resourcesAlone()] : []),
    ],
  };
  const about =
    observatory === null
      ? aboutWithout(part)
      : makeAbout(
          observatory,
          await Population.of(observatory, { years: null, field: null, sector: null }),
          part,
        );
  return {
    rows,
    notions: need.notions.map(({ label }) => label),
    reach: asker.reach.en,
    reachZh: asker.reach.zh,
    within: found.within,
    beyond,
    heads: headTerms(need),
    answered: rows.some(({ lacks, coverage }) => answers({ head: lacks.length === 0, coverage })),
    spread: spreadOf(
      rows,
      asker,
      { directory: sources.resources?.directory ?? null, expertise },
      directory.facts,
    ),
    about,
  };
}

function partyOf(institution: string | null, cities: readonly string[]): Party | null {
  if (institution !== null) return { institution };
  return cities.length === 0 ? null : { cities };
}
