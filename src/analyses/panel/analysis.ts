import { defineAnalysis } from '../analysis.ts';
import { PANEL_COLUMNS } from './columns.ts';
import { messages } from './messages.ts';
import { type Panel, panelParams, panelResult, type PanelRow } from './question.ts';
import { panelOf } from './run.ts';

export const panel = defineAnalysis<typeof panelParams, PanelRow, Panel>({
  id: 'panel',
  title: { en: 'Panel', zh: '面板数据' },
  summary: 'Panel data for estimation in other programs',
  description: {
    en: 'Tidy panels for estimation in other programs: places by year, or pairs of places by year under every counting, with zeros, distances and a hash to cite.',
    zh: '供另行估计使用的整洁面板：各地点逐年，或各地点对逐年（多种计数方式），零值、距离俱全，并附可引用的哈希值。',
  },
  params: panelParams,
  argument: 'of',
  example: { of: 'pairs', inside: 'yrd_41' },
  result: panelResult,
  columns: PANEL_COLUMNS,
  findings: ({ of, rows, places, years, byField, zeros }) => [
    messages.size({ of, rows: rows.length, places: places.length, years: years.length, byField, zeros }),
  ],
  run: panelOf,
});
