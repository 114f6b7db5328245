import type { Observatory } from '../observatory/index.ts';
import { makeAbout } from './about.ts';
import { defineAnalysis } from './analysis.ts';
import { readClusters, siblings } from './clusters.ts';
import { describeRegions } from './definitions.ts';
import { placeNames, resolvePlace } from './place-names.ts';
import { Population } from './population.ts';
import { type Asking, QUESTIONS } from './sensitivity-asked.ts';
import {
  type Sensitivity,
  type SensitivityParams,
  sensitivityParams,
  type SensitivityRow,
} from './sensitivity-question.ts';
import type { TellStep } from './step.ts';
import { resolveDefinitions } from './units.ts';
import { verdictOf } from './verdict.ts';

const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? 'with' : 'without');

export const sensitivity = defineAnalysis({
  id: 'sensitivity',
  title: { en: 'Sensitivity', zh: '敏感性' },
  description: {
    en: 'How an answer moves with what it is asked with: every definition of the region, Share and Count or link countings, with and without large teams and co-affiliation; fragile or stable.',
    zh: '结论随设定如何变化：区域的各种定义、份额与论文数或各种合作计数、是否计入超大团队和双重署名；结论稳健还是脆弱。',
  },
  params: sensitivityParams,
  example: { place: 'yrd_41', analysis: 'links' },
  columns: [
    { id: 'headline', title: { en: 'Headline', zh: '结论' }, value: (row: SensitivityRow) => row.headline },
    { id: 'place', title: { en: 'Place', zh: '地点' }, value: (row: SensitivityRow) => row.name },
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: ({ setting }: SensitivityRow) => setting.place },
    { id: 'by', title: { en: 'by', zh: '计数' }, value: ({ setting }: SensitivityRow) => setting.by },
    { id: 'counting', title: { en: 'Counting', zh: '合作计数' }, value: ({ setting }) => setting.counting },
    {
      id: 'coaffiliation',
      title: { en: 'Co-affiliation', zh: '双重署名' },
      value: ({ setting }) => yesNo(setting.coaffiliation),
    },
    {
      id: 'capped',
      title: { en: 'Large teams', zh: '超大团队' },
      value: ({ setting }) => yesNo(setting.capped),
    },
    { id: 'value', title: { en: 'Value', zh: '数值' }, digits: 3, value: (row: SensitivityRow) => row.value },
    { id: 'text', title: { en: 'First', zh: '首位' }, value: (row: SensitivityRow) => row.text },
    { id: 'low', title: { en: 'from', zh: '下限' }, digits: 3, value: (row) => row.interval?.[0] ?? null },
    { id: 'high', title: { en: 'to', zh: '上限' }, digits: 3, value: (row) => row.interval?.[1] ?? null },
    { id: 'reason', title: { en: 'Why not', zh: '缺失原因' }, value: (row: SensitivityRow) => row.reason },
  ],
  findings: ({ place, tested, verdicts }: Sensitivity) =>
    verdicts.map(({ said }) => `${place.name}, ${tested}, ${said}.`),
  run,
});

async function run(
  observatory: Observatory,
  given: SensitivityParams,
  tell?: TellStep,
): Promise<Sensitivity> {
  const population = await Population.of(observatory, { ...given, sector: null });
  const place = await resolvePlace(observatory, given.place);
  const clusters = await readClusters(observatory);
  const others =
    given.definition === null
      ? siblings(clusters, place.id)
      : await resolveDefinitions(observatory, given.definition);
  const places = [place.id, ...others.filter((id) => id !== place.id)];
  const names = await placeNames(observatory, places);
  const question = QUESTIONS[given.analysis];
  const asking: Asking = { observatory, given, place, clusters };
  const rows: SensitivityRow[] = [];
  const settings = question.settings(places);
  for (const [n, setting] of settings.entries()) {
    const name = names.get(setting.place)?.name ?? setting.place;
    tell?.({
      what: { en: name, zh: names.get(setting.place)?.nameZh ?? name },
      done: n,
      of: settings.length,
    });
    const headlines = await question.ask(asking, setting);
    rows.push(...headlines.map((headline) => ({ ...headline, setting, name, base: n === 0 })));
  }
  const headlines = [...new Set(rows.map(({ headline }) => headline))];
  const regions = await describeRegions(observatory, places, []);
  return {
    place,
    tested: given.analysis,
    rows: headlines.flatMap((headline) => rows.filter((row) => row.headline === headline)),
    verdicts: headlines.map((headline) => verdictOf(rows.filter((row) => row.headline === headline))),
    about: makeAbout(observatory, population, {
      analysis: 'sensitivity',
      counting: `${given.analysis}, in the counting of each row`,
      interval: {
        method: `that of ${given.analysis}`,
        level: given.level,
        draws: given.analysis === 'ranking' ? given.draws : null,
        seed: given.analysis === 'ranking' ? given.seed : null,
      },
      definitions: regions.definitions,
      warnings: regions.warnings,
      notes: [
        'fragile: a rank that leaves the interval of the first row, a direction that turns, another that comes first; a level has no verdict, as it moves with what is counted',
        ...(given.analysis === 'ranking' && place.kind === 'region'
          ? ['each definition is ranked among one definition of every other region, the largest']
          : []),
        ...(given.analysis === 'links'
          ? ['the countings decide which pair is first; observed/expected is always on weight 1/(k−1)']
          : []),
        ...(places.length === 1 ? [`${place.name} has one definition here`] : []),
        'what records do not hold (unlocated affiliations, missing works) is not tried: see coverage',
      ],
    }),
  };
}
