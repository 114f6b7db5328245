import type { Message } from '../../base/index.ts';
import { defineAnalysis } from '../analysis.ts';
import { messages } from './messages.ts';
import { columnsOf } from '../result/columns.ts';
import { linkRow, type Links, linksParams, linksResult } from './question.ts';
import { link } from './rows.ts';

export const links = defineAnalysis({
  id: 'links',
  title: { en: 'Links', zh: '合作' },
  summary: 'Joint works of places, observed and expected',
  description: {
    en: 'Joint works of places, under every counting, compared with the level expected from size alone (not adjusted for distance or country); and the part of a region’s collaboration that stays inside it.',
    zh: '地点之间共同发表的论文（多种计数方式），与按规模的预期值相比（未按距离和国家调整）；以及区域内部合作的比重。',
  },
  params: linksParams,
  example: { place: 'yrd_41' },
  result: linksResult,
  columns: columnsOf<typeof linkRow, Links>(linkRow, [
    'a',
    'b',
    { of: 'field', absent: ({ by }) => by === null, asideId: true },
    'full',
    'fractional',
    'partner',
    'score',
    'withoutCoaffiliation',
    'withCapped',
    'expected',
    'ratio',
    'fewWorks',
  ]),
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
