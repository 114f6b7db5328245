export * from './bm25.ts';
export * from './ndcg.ts';
export * from './recall.ts';
export * from './reciprocal-rank.ts';
