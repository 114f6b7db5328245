import { defineAnalysis } from '../analysis.ts';
import { columnsOf } from '../result/columns.ts';
import { networkFiles } from './files/index.ts';
import { findingsOf } from './findings.ts';
import { type Network, networkParams, networkResult, networkRow } from './question.ts';
import { drawNetwork } from './run.ts';

export const network = defineAnalysis({
  id: 'network',
  title: { en: 'Network', zh: '合作网络' },
  summary: 'Collaboration network of cities, with communities',
  description: {
    en: 'The collaboration network of a place’s cities or of the world’s: the strongest and most central cities, communities and their stability, and a layout for drawing.',
    zh: '一地各城市或全球城市的合作网络：谁强、谁居中、有哪些社群及其稳定性，以及绘图坐标。',
  },
  params: networkParams,
  files: networkFiles,
  result: networkResult,
  columns: columnsOf<typeof networkRow, Network>(networkRow, [
    { of: 'place', nameAlone: true },
    {
      id: 'nameZh',
      title: { en: 'Name (zh)', zh: '中文名' },
      aside: () => true,
      value: (row) => row.place.nameZh,
    },
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: (row) => row.place.id },
    {
      id: 'country',
      title: { en: 'Country', zh: '国家' },
      aside: () => true,
      value: (row) => row.place.country,
    },
    { of: 'latitude', aside: true },
    { of: 'longitude', aside: true },
    'share',
    'strength',
    'degree',
    'betweenness',
    'closeness',
    'eigenvector',
    'pageRank',
    'core',
    'clustering',
    'constraint',
    'community',
    'stability',
    { of: 'x', aside: true },
    { of: 'y', aside: true },
    'reason',
  ]),
  findings: findingsOf,
  run: drawNetwork,
});
