import { type Language, nameIn } from '../../base/index.ts';
import { defineAnalysis } from '../analysis.ts';
import { networkFiles } from './files/index.ts';
import { findingsOf } from './findings.ts';
import { networkParams, type NetworkRow } from './question.ts';
import { drawNetwork } from './run.ts';

const number = (
  id: string,
  en: string,
  zh: string,
  digits: number,
  value: (row: NetworkRow) => number | null,
) => ({ id, title: { en, zh }, digits, value });
/** In exports only: a printed table has room for less. */
const beside = <C extends object>(column: C): C & { aside: () => true } => ({ ...column, aside: () => true });

export const network = defineAnalysis({
  id: 'network',
  title: { en: 'Network', zh: '合作网络' },
  description: {
    en: 'The collaboration network of a place’s cities or the world’s: who is strong, who is in the middle, which communities there are and how stable, and where to draw them.',
    zh: '一地各城市或全球城市的合作网络：谁强、谁居中、有哪些社群及其稳定性，以及绘图坐标。',
  },
  params: networkParams,
  files: networkFiles,
  columns: [
    {
      id: 'place',
      title: { en: 'City', zh: '城市' },
      value: (row: NetworkRow, language?: Language) => nameIn(row.place, language),
    },
    beside({
      id: 'nameZh',
      title: { en: 'Name (zh)', zh: '中文名' },
      value: (row: NetworkRow) => row.place.nameZh,
    }),
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: (row: NetworkRow) => row.place.id },
    beside({
      id: 'country',
      title: { en: 'Country', zh: '国家' },
      value: (row: NetworkRow) => row.place.country,
    }),
    beside(number('latitude', 'Latitude', '纬度', 4, (row) => row.latitude)),
    beside(number('longitude', 'Longitude', '经度', 4, (row) => row.longitude)),
    number('share', 'Share', '份额', 1, (row) => row.share),
    number('strength', 'Strength', '合作强度', 1, (row) => row.strength),
    number('strengthLow', 'from', '下限', 1, (row) => row.strengthInterval?.[0] ?? null),
    number('strengthHigh', 'to', '上限', 1, (row) => row.strengthInterval?.[1] ?? null),
    number('degree', 'Degree', '度', 0, (row) => row.degree),
    number('betweenness', 'Betweenness', '中介中心性', 3, (row) => row.betweenness),
    number('closeness', 'Closeness', '接近中心性', 2, (row) => row.closeness),
    number('eigenvector', 'Eigenvector', '特征向量', 3, (row) => row.eigenvector),
    number('pageRank', 'PageRank', 'PageRank', 3, (row) => row.pageRank),
    number('core', 'Core', '核数', 0, (row) => row.core),
    number('clustering', 'Clustering', '聚类系数', 2, (row) => row.clustering),
    number('constraint', 'Constraint', '约束度', 2, (row) => row.constraint),
    number('community', 'Community', '社群', 0, (row) => row.community),
    number('stability', 'Stability', '稳定性', 2, (row) => row.stability),
    beside(number('x', 'x', 'x', 5, (row) => row.x)),
    beside(number('y', 'y', 'y', 5, (row) => row.y)),
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: (row: NetworkRow, language: Language = 'en') => row.reason?.[language] ?? null,
    },
  ],
  findings: findingsOf,
  run: drawNetwork,
});
