import { messages } from '../messages.ts';
import { append } from '../../measures/extremes.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError, type Message } from '../../base/index.ts';
import { makeAbout } from '../about/about.ts';
import { defineAnalysis } from '../analysis.ts';
import { drawnOwn, drawnRegions, otherDefinitions } from '../output/comparison.ts';
import { describeRegions } from '../places/definitions.ts';
import { ownName, type PlaceName, placeNames, resolvePlace } from '../places/names.ts';
import { Population } from '../population/population.ts';
import { type Asking, QUESTIONS } from './asked.ts';
import { columnsOf } from '../result/columns.ts';
import {
  type Sensitivity,
  type SensitivityParams,
  sensitivityParams,
  sensitivityResult,
  type SensitivityRow,
  sensitivityRow,
} from './question.ts';
import { messages as collaborationMessages } from '../collaboration/messages.ts';
import { messages as sensitivityMessages } from './messages.ts';
import type { Tested } from './testable-analyses.ts';
import { choiceIn, headlineIn, withOrWithout } from './texts.ts';
import { halvesOf, settingsOf } from './settings.ts';
import type { TellStep } from '../progress.ts';
import { type AdHocRegion, resolveAdHoc, resolveDefinitions } from '../places/units.ts';
import { verdictOf } from './verdict.ts';
import { sayYears } from '../population/year-span.ts';

export const sensitivity = defineAnalysis({
  id: 'sensitivity',
  title: { en: 'Sensitivity', zh: '敏感性' },
  summary: 'How a result depends on definitions and counting',
  description: {
    en: 'How a result depends on choices: definitions of the region, Share or Count, link countings, large teams, co-affiliation, and each half of the years; whether it is robust, and which choice matters most.',
    zh: '结论随设定如何变化：区域的各种口径、份额与论文数或各种合作计数、是否计入超大团队和双重隶属、年份的前半与后半；结论是否稳健，哪项选择影响最大。',
  },
  params: sensitivityParams,
  example: { place: 'yrd_41', analysis: 'links' },
  result: sensitivityResult,
  columns: columnsOf<typeof sensitivityRow, Sensitivity>(sensitivityRow, [
    {
      id: 'headline',
      title: { en: 'Headline', zh: '结论' },
      value: ({ headline }, language) => headlineIn(headline, language),
    },
    { of: 'name', id: 'place' },
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: ({ setting }) => setting.place },
    {
      id: 'by',
      title: { en: 'by', zh: '计数' },
      value: ({ setting }, language) => choiceIn(setting.by, language),
    },
    {
      id: 'counting',
      title: { en: 'Counting', zh: '合作计数' },
      value: ({ setting }, language) => choiceIn(setting.counting, language),
    },
    {
      id: 'coaffiliation',
      title: { en: 'Co-affiliation', zh: '双重隶属' },
      value: ({ setting }, language) => withOrWithout(setting.coaffiliation, language),
    },
    {
      id: 'capped',
      title: { en: 'Large teams', zh: '超大团队' },
      value: ({ setting }, language) => withOrWithout(setting.capped, language),
    },
    {
      id: 'years',
      title: { en: 'Years', zh: '年份' },
      absent: ({ tested }) => tested === 'convergence',
      value: ({ setting }) => (setting.years === null ? null : sayYears(setting.years)),
    },
    'value',
    'text',
    { of: 'interval', namedEnds: false },
    'reason',
  ]),
  findings: ({ place, tested, verdicts }: Sensitivity) =>
    verdicts.map(({ said, saidZh }) =>
      sensitivityMessages.verdict({ place, tested, said: { en: said, zh: saidZh } }),
    ),
  run,
});

async function run(
  observatory: Observatory,
  given: SensitivityParams,
  tell?: TellStep,
): Promise<Sensitivity> {
  const population = await Population.of(observatory, given);
  const adHoc = await resolveAdHoc(observatory, given.region);
  const own = adHoc.find(({ id, name }) => [null, id, name].includes(given.place)) ?? null;
  const place = own === null ? await named(observatory, given, adHoc) : ownName(own);
  const regions = new Map(await drawnRegions(observatory));
  if (own !== null) regions.set(own.id, drawnOwn(own));
  const others =
    given.definition === null
      ? otherDefinitions(regions, place.id)
      : await resolveDefinitions(observatory, given.definition);
  const places = [place.id, ...others.filter((id) => id !== place.id)];
  const names = await placeNames(observatory, places, adHoc);
  const question = QUESTIONS[given.analysis];
  const settings = settingsOf(given.analysis, places, given, halvesOf(population));
  const asking: Asking = { observatory, given, place, own, base: settings[0] };
  const rows: SensitivityRow[] = [];
  for (const [n, setting] of settings.entries()) {
    const { name, nameZh } = names.get(setting.place) ?? { name: setting.place, nameZh: null };
    tell?.({
      what: { en: name, zh: nameZh ?? name },
      done: n,
      of: settings.length,
    });
    const headlines = await question(asking, setting);
    append(
      rows,
      headlines.map((headline) => ({ ...headline, setting, name, nameZh, base: n === 0 })),
    );
  }
  const headlines = [...new Set(rows.map(({ headline }) => headline))];
  const described = await describeRegions(observatory, places, adHoc);
  return {
    place,
    tested: given.analysis,
    rows: headlines.flatMap((headline) => rows.filter((row) => row.headline === headline)),
    verdicts: headlines.map((headline) => verdictOf(rows.filter((row) => row.headline === headline))),
    about: makeAbout(observatory, population, {
      analysis: 'sensitivity',
      counting: sensitivityMessages.counting({ tested: given.analysis }),
      interval: {
        method: sensitivityMessages.method({ tested: given.analysis }),
        level: given.level,
        draws: given.analysis === 'ranking' ? given.draws : null,
        seed: given.analysis === 'ranking' ? given.seed : null,
      },
      definitions: described.definitions,
      warnings: described.warnings,
      notes: notesOf(given.analysis, place, places.length),
    }),
  };
}

/** @throws InputError where no place is given, or a region of one's own beside one */
async function named(
  observatory: Observatory,
  { place }: SensitivityParams,
  adHoc: readonly AdHocRegion[],
): Promise<PlaceName> {
  if (place === null) throw new InputError(messages.noPlace());
  const left = adHoc.at(0);
  if (left !== undefined) throw new InputError(messages.unusedRegion({ name: left.name }));
  return resolvePlace(observatory, place);
}

/** What a verdict says and what it does not. */
function notesOf(tested: Tested, { kind, name, nameZh }: PlaceName, definitions: number): Message[] {
  return [
    sensitivityMessages.verdicts(),
    ...(tested === 'ranking' && kind === 'region' ? [sensitivityMessages.disjoint()] : []),
    ...(tested === 'links' ? [sensitivityMessages.firstPair(), collaborationMessages.notAdjusted()] : []),
    ...(tested === 'convergence' ? [] : [sensitivityMessages.halves()]),
    ...(definitions === 1 ? [sensitivityMessages.oneDefinition({ place: { name, nameZh } })] : []),
    sensitivityMessages.notTried(),
  ];
}
