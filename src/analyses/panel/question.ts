import { z } from 'zod';
import { PAIR_KINDS } from '../collaboration/pairs.ts';
import { adHocRegions, capped, coaffiliation, field, inside, sectors, years } from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { count, fieldOfLevel, listOf, placeName, share, year } from '../result/values.ts';
import { FIELD_LEVELS } from '../field-table/level.ts';

/** So many rows are made at most: 300 cities give 44,850 pairs, in twenty years 897,000. */
export const MOST_ROWS = 1_000_000;

/** What a row is of, in either panel. */
const cell = {
  year: year.meta({ description: 'publication year', help: '发表年份' }),
  works: z.int().meta({
    label: { en: 'Works', zh: '论文总数' },
    description: 'all works of that year (and field) under the filters, wherever they are from',
    help: '所选条件下当年（该领域）的全部论文，不论来自何处',
    digits: 0,
  }),
  inside: z
    .string()
    .nullable()
    .meta({
      label: { en: 'Inside', zh: '所属区域' },
      description: 'the definitions that hold it, or both; joined by |',
      help: '包含它（或双方）的区域口径，以|连接',
    }),
  sincePolicy: z
    .int()
    .nullable()
    .meta({
      label: { en: 'Since policy', zh: '政策后年数' },
      description: 'year less that of the first policy of those definitions; empty where none has one',
      help: '年份减去这些区域口径中最早的政策年份；都没有政策时为空',
      digits: 0,
    }),
};

/** A place in a year, in one field where fields are asked for. In works. */
export const placeCell = z
  .object({
    ...cell,
    place: placeName,
    field: fieldOfLevel.nullable(),
    share: share.meta({ help: '份额，以论文计', digits: 3 }),
    count: count.meta({ description: 'works with an author there', help: '有该地作者的论文数' }),
    shareSquared: z.number().meta({
      label: { en: 'Σ Share²', zh: '份额平方和' },
      description: 'sum over works of Share²: what it varies by when works are resampled, less Share²/works',
      help: '各论文份额的平方和：减去份额²/论文总数即对论文重抽样时的方差',
      digits: 3,
    }),
  })
  .readonly();
export type PlaceCell = z.output<typeof placeCell>;

/** Two places in a year. */
export const pairCell = z
  .object({
    ...cell,
    a: placeName,
    b: placeName,
    full: z.number().meta({
      label: { en: 'Full', zh: '全计数' },
      description: 'joint works, each 1',
      help: '合作论文，每篇计1',
      digits: 0,
    }),
    fractional: z.number().meta({
      label: { en: '1/C(k,2)', zh: '1/C(k,2)' },
      description: 'joint works, a work’s pairs of cities adding up to 1',
      help: '合作论文，每篇各城市对合计为1',
      digits: 3,
    }),
    partner: z.number().meta({
      label: { en: '1/(k−1)', zh: '1/(k−1)' },
      description: 'joint works, a city’s pairs in a work adding up to 1',
      help: '合作论文，每篇中一城的各对合计为1',
      digits: 3,
    }),
    score: z.number().meta({
      label: { en: 'Score', zh: '合作得分' },
      description: 'the two places’ Shares of their joint works together',
      help: '双方在合作论文中的份额之和',
      digits: 3,
    }),
    aShare: z.number().meta({
      label: { en: 'Share A', zh: '甲份额' },
      description: 'Share of A that year',
      help: '甲当年的份额',
      digits: 3,
    }),
    bShare: z.number().meta({
      label: { en: 'Share B', zh: '乙份额' },
      description: 'Share of B that year',
      help: '乙当年的份额',
      digits: 3,
    }),
    km: z
      .number()
      .nullable()
      .meta({
        label: { en: 'km', zh: '公里' },
        description: 'great-circle distance between the two cities; empty where either is not a single city',
        help: '两城市的大圆距离；任一方不是单个城市时为空',
        digits: 0,
      }),
    sameNation: z
      .boolean()
      .nullable()
      .meta({
        label: { en: 'Same nation', zh: '同国' },
        description: 'whether both lie in one nation',
        help: '是否同属一国',
      }),
    sameProvince: z
      .boolean()
      .nullable()
      .meta({
        label: { en: 'Same province', zh: '同省' },
        description:
          'whether both lie in one province; empty where provinces are not known, as outside China',
        help: '是否同属一省；省份不详时（如中国以外）为空',
      }),
    sameRegion: z.boolean().meta({
      label: { en: 'Same region', zh: '同区域' },
      description: 'whether one of the flagging definitions holds both',
      help: '是否有某个标记用的区域口径同时包含双方',
    }),
  })
  .readonly();
export type PairCell = z.output<typeof pairCell>;

const panelRow = z.union([placeCell, pairCell]);
export type PanelRow = z.output<typeof panelRow>;

export const panelResult = resultOf(panelRow, {
  of: z.enum(['places', 'pairs']),
  places: listOf(placeName),
  years: listOf(z.int()),
  byField: z.boolean().describe('Whether rows are by field too'),
  zeros: z.int().describe('Rows of zeros'),
});
export type Panel = z.output<typeof panelResult>;

export const panelParams = z.object({
  of: z.enum(['places', 'pairs']).meta({
    description: 'Places by year, or pairs of places by year',
    label: { en: 'Panel of', zh: '面板对象' },
    help: '各地点逐年（places），或各地点对逐年（pairs）',
  }),
  place: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description: 'Places of the panel, by id or exact name, such as cn:1100,cn:3100',
      label: { en: 'Places', zh: '地点' },
      help: '面板所含地点，给编号或全名，如 cn:1100,cn:3100',
      names: 'place',
    }),
  region: adHocRegions,
  inside: inside.describe('The cities of this region, province or nation, instead of named places'),
  kind: z
    .enum(PAIR_KINDS)
    .nullable()
    .default(null)
    .meta({
      description: 'Kind of places to include if none are named; cities by default',
      label: { en: 'All of a kind', zh: '同类全部' },
      help: '未列出地点时取某一类的全部地点；不填则为城市',
    }),
  top: z
    .int()
    .min(1)
    .max(5000)
    .default(50)
    .meta({
      description: 'Maximum number of places, by Share under the filters; named places are always kept',
      label: { en: 'Most Share', zh: '份额最高' },
      help: '其中份额最高的多少个；逐一列出的地点全部保留',
    }),
  definition: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description: 'Definitions whose membership is flagged, such as yrd_41; all by default',
      label: { en: 'Flags', zh: '区域标记' },
      help: '用于标记内部的区域口径，如 yrd_41；不填则全部',
      names: 'place',
    }),
  years,
  field,
  sector: sectors.describe('Only institutions of this ROR type; for pairs, two types select one end of each'),
  by: z
    .enum(FIELD_LEVELS)
    .nullable()
    .default(null)
    .meta({
      description: 'Also break places down by domain, field or subfield',
      label: { en: 'By field', zh: '分领域' },
      help: '各地点再按大类、领域或子领域分行',
    }),
  coaffiliation: coaffiliation.describe(
    'Count co-affiliation (authors with affiliations in both places) in pairs',
  ),
  capped: capped.describe('Count works above the author cap in pairs'),
});
export type PanelParams = z.output<typeof panelParams>;
