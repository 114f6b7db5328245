import { expect, it } from 'vitest';
import { idsOf } from './ids.ts';

it.each([
  [
    ['real', 'demo'],
    ['real', 'demo'],
  ],
  [
    ['demo-real/observatory', 'demo/observatory/'],
    ['demo-real', 'demo'],
  ],
  [
    ['a/health', 'b/health'],
    ['a-health', 'b-health'],
  ],
  [
    ['x/a/health', 'y/a/health'],
    ['a-health', 'a-health-2'],
  ],
  [['Données & Städte 2024'], ['donnees-stadte-2024']],
  [['/观测库'], ['observatory']],
  [
    ['/观测库', '/数据'],
    ['observatory', 'observatory-2'],
  ],
])('%j are served as %j', (folders, ids) => {
  expect(idsOf(folders)).toEqual(ids);
});
