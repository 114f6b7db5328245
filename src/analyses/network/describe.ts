import { NOT_ADJUSTED_NOTE } from '../collaboration/expected-by-size.ts';
import type { Observatory } from '../../observatory/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import type { Bilingual } from '../../base/index.ts';
import { describeRegions } from '../places/definitions.ts';
import type { Population } from '../population/population.ts';
import type { Chosen, NetworkQuestion } from './cities.ts';
import { LINKS_WITH_INTERVAL, type NetworkParams, type Whole } from './question.ts';
import { COUNTING } from './texts.ts';

interface Answered {
  readonly given: NetworkParams;
  readonly question: NetworkQuestion;
  readonly chosen: Chosen;
  readonly whole: Whole;
  readonly yearsWithout: readonly number[];
  readonly countries: ReadonlySet<string | null>;
}

/** What an answer about a network says of itself. */
export async function describeNetwork(
  observatory: Observatory,
  population: Population,
  answered: Answered,
): Promise<About> {
  const { given, question } = answered;
  const { counting, coaffiliation, capped, level, replicates, seed } = given;
  const regions = await describeRegions(
    observatory,
    question.place === null ? [] : [question.place.id],
    question.adHoc,
  );
  const cap = observatory.manifest.authorCap;
  return makeAbout(observatory, population, {
    analysis: 'network',
    counting: {
      en: `${COUNTING[counting].en}, ${coaffiliation ? 'with' : 'without'} co-affiliation, ${capped ? 'with' : 'without'} works above ${cap} authors`,
      zh: `${COUNTING[counting].zh}，${coaffiliation ? '含' : '不含'}双重隶属，${capped ? '含' : '不含'}作者超过${cap}人的成果`,
    },
    interval: {
      method: {
        en: 'linearisation over works for strength and observed/expected; Poisson replicates over works for the stability of communities',
        zh: '合作强度与观测/期望按成果线性化；社群稳定性按成果的泊松重抽样',
      },
      level,
      draws: replicates === 0 ? null : replicates,
      seed,
    },
    definitions: regions.definitions,
    warnings: [...regions.warnings, ...warningsOf(answered)],
    notes: [...cannotSay(answered), ...leftOut(answered), ...howToRead(answered), ...regions.notes],
  });
}

/** Where cities are prefectures, or whole regions of their own. */
const CHINESE = ['CN', 'HK', 'MO'];

function warningsOf({ given, countries }: Answered): Bilingual[] {
  const inChina = CHINESE.some((country) => countries.has(country));
  return [
    ...(given.counting === 'full'
      ? [
          {
            en: 'in full counting a work of k cities makes k(k − 1)/2 links of 1: large teams draw the picture',
            zh: '全计数下，一篇k个城市的成果产生k(k−1)/2条权重为1的合作：大团队主导全图',
          },
        ]
      : []),
    ...(inChina && [...countries].some((country) => !CHINESE.includes(country ?? ''))
      ? [
          {
            en: 'cities are not alike across countries: Chinese cities are prefectures with their countryside, others single places',
            zh: '各国城市口径不同：中国城市为含乡村的地级行政区，其他为单一地点',
          },
        ]
      : []),
  ];
}

/** What the network is too small or too broken for. */
function cannotSay({ whole }: Answered): Bilingual[] {
  if (whole.cities < 2)
    return [
      {
        en: 'one city or none is no network: nothing can be said of links',
        zh: '只有一个城市或没有城市，不成网络：无从谈合作',
      },
    ];
  if (whole.links === 0)
    return [
      {
        en: 'these cities share no work under these filters: there are no links, centralities or communities',
        zh: '所选条件下这些城市没有共同成果：没有合作、中心性与社群',
      },
    ];
  return [
    ...(whole.withoutLinks > 0
      ? [
          {
            en: `${whole.withoutLinks} of the ${whole.cities} cities have no link in this network; they are kept, and belong to no community`,
            zh: `${whole.cities}个城市中有${whole.withoutLinks}个在本网络中没有合作；予以保留，不属于任何社群`,
          },
        ]
      : []),
    ...(whole.components > 1
      ? [
          {
            en: `the linked cities fall into ${whole.components} parts that do not meet: eigenvector centrality is undefined there, and betweenness counts pairs within parts only`,
            zh: `有合作的城市分成${whole.components}个互不相连的部分：特征向量中心性无定义，中介中心性只计各部分内的城市对`,
          },
        ]
      : []),
  ];
}

function leftOut({ given, question, chosen, yearsWithout }: Answered): Bilingual[] {
  const percent = chosen.kept === null ? null : (chosen.kept * 100).toFixed(1);
  const among: [string, string] =
    question.place === null ? ['all cities', '全部城市'] : ['the cities of the place', '该地各城市'];
  return [
    ...(chosen.citiesLeft > 0
      ? [
          {
            en: `${chosen.citiesLeft} cities beyond the ${given.top} with the strongest links are left out${percent === null ? '' : `; what is shown is ${percent} % of the weight of links among ${among[0]}`}`,
            zh: `合作最强的${given.top}个城市之外，另有${chosen.citiesLeft}个未显示${percent === null ? '' : `；所示占${among[1]}之间合作权重的${percent}%`}`,
          },
        ]
      : []),
    ...(chosen.weakLinks > 0
      ? [
          {
            en: `${chosen.weakLinks} links of fewer than ${given.minimum} joint works among ${among[0]} are left out`,
            zh: `${among[1]}之间共同成果不足${given.minimum}篇的${chosen.weakLinks}条合作未计入`,
          },
        ]
      : []),
    ...(yearsWithout.length > 0
      ? [
          {
            en: `years without an expectation are left out of observed and expected alike: ${yearsWithout.join(', ')}`,
            zh: `没有期望值的年份不计入观测与期望：${yearsWithout.join('、')}`,
          },
        ]
      : []),
    {
      en: 'only links among these cities count: who works with others outside is not seen here',
      zh: '只计这些城市之间的合作：与外部的合作不在此网络中',
    },
  ];
}

function howToRead({ whole }: Answered): Bilingual[] {
  if (whole.links === 0) return [];
  return [
    {
      en: 'lengths of paths are 1/weight; betweenness, closeness, eigenvector, PageRank, clustering, core and constraint have no interval: resampled works thin the network, and what rests on single links would be too low in every replicate',
      zh: '路径长度为1/权重；中介、接近、特征向量、PageRank、聚类、核数与约束度不给区间：对成果重抽样会使网络变稀，依赖个别合作的量在每次重抽样中都会偏低',
    },
    {
      en: `observed/expected is on weight 1/(k−1) against quasi-independence over all cities, as in links; the ${LINKS_WITH_INTERVAL} strongest links have intervals`,
      zh: `观测/期望按权重1/(k−1)，以全部城市的拟独立模型为期望，与“合作”分析相同；最强的${LINKS_WITH_INTERVAL}条合作给出区间`,
    },
    NOT_ADJUSTED_NOTE,
    whole.replicates === 0
      ? {
          en: 'no replicates were asked for: how stable the communities are is not known',
          zh: '未要求重复抽样：社群是否稳定不得而知',
        }
      : {
          en: 'stability: mean Jaccard index of a community with its best match where works are resampled, of a city with the community it has there; below 0.5 a community dissolves, from 0.75 it is stable; together: how often two of its cities stay in one community. Small weights fall away in replicates, so that it is judged a little too strictly',
          zh: '稳定性：对成果重抽样后，社群与其最佳匹配（城市则为其当次所属社群）的平均Jaccard指数；低于0.5视为瓦解，0.75以上视为稳定；同组：两城市仍在同一社群的比例。微弱合作在重抽样中会消失，故判断略严',
        },
    {
      en: 'communities are those of highest modularity found (Leiden); their number depends on the resolution. The layout is a picture: nearness in it measures nothing',
      zh: '社群为所得模块度最高的划分（Leiden算法），其数目取决于分辨率。布局只是图示：图上远近不作度量',
    },
  ];
}
