import { type Message, nameIn } from '../../base/index.ts';
import { defineAnalysis } from '../analysis.ts';
import { messages } from './messages.ts';
import { type LinkRow, type Links, linksParams } from './question.ts';
import { link } from './rows.ts';
import { messages as outputMessages } from '../output/messages.ts';

const number = (
  title: [string, string],
  digits: number,
  id: string,
  value: (row: LinkRow) => number | null,
) => ({ id, title: { en: title[0], zh: title[1] }, digits, value });

export const links = defineAnalysis({
  id: 'links',
  title: { en: 'Links', zh: '合作' },
  description: {
    en: 'Works that places share, under every counting, compared with the level expected from size alone (not adjusted for distance or country); and how much of a region’s collaboration stays inside it.',
    zh: '地点之间共同发表的论文（多种计数方式），与按规模的预期值相比（未按距离和国家调整）；以及区域内部合作的比重。',
  },
  params: linksParams,
  example: { place: 'yrd_41' },
  columns: [
    {
      id: 'a',
      title: { en: 'Place', zh: '地点' },
      value: (row: LinkRow, language) => nameIn(row.a, language),
    },
    { id: 'aId', title: { en: 'Id', zh: '编号' }, value: (row: LinkRow) => row.a.id },
    {
      id: 'b',
      title: { en: 'With', zh: '合作地点' },
      value: (row: LinkRow, language) => nameIn(row.b, language),
    },
    { id: 'bId', title: { en: 'Id (with)', zh: '合作地点编号' }, value: (row: LinkRow) => row.b.id },
    {
      id: 'field',
      title: { en: 'Field', zh: '领域' },
      absent: ({ by }: Links) => by === null,
      value: ({ field }: LinkRow, language) => (field === null ? null : nameIn(field, language)),
    },
    {
      id: 'fieldId',
      title: { en: 'Id (field)', zh: '领域编号' },
      absent: ({ by }: Links) => by === null,
      aside: () => true,
      value: ({ field }: LinkRow) => field?.id ?? null,
    },
    number(['Full', '全计数'], 0, 'full', (row) => row.full),
    number(['1/C(k,2)', '1/C(k,2)'], 1, 'fractional', (row) => row.fractional),
    number(['1/(k−1)', '1/(k−1)'], 1, 'partner', (row) => row.partner),
    number(['Score', '合作得分'], 1, 'score', (row) => row.score),
    number(['without co-aff.', '不含双重隶属'], 1, 'withoutCoaffiliation', (row) => row.withoutCoaffiliation),
    number(['with capped', '含超大团队'], 1, 'withCapped', (row) => row.withCapped),
    number(['Expected', '期望值'], 1, 'expected', (row) => row.expected),
    number(['Obs/exp', '观测/期望'], 2, 'ratio', (row) => row.ratio),
    number(['from', '下限'], 2, 'ratioLow', (row) => row.ratioInterval?.[0] ?? null),
    number(['to', '上限'], 2, 'ratioHigh', (row) => row.ratioInterval?.[1] ?? null),
    {
      id: 'fewWorks',
      title: { en: 'Few works', zh: '论文过少' },
      value: (row: LinkRow) => (row.fewWorks ? outputMessages.few() : null),
    },
  ],
  findings: ({ intra }: Links) => (intra === null ? [] : [intraFinding(intra)]),
  run: link,
});

function intraFinding({ place, cities, ...found }: NonNullable<Links['intra']>): Message {
  const { intraShare: share, expectedShare: expected, ratio, intraShareReason } = found;
  if (share === null || ratio === null || expected === null)
    return messages.noIntra({ place, reason: intraShareReason ?? 'no links' });
  const { intraShareInterval: shareInterval, ratioInterval } = found;
  return messages.intra({ place, cities, share, shareInterval, expected, ratio, ratioInterval });
}
