import { defineConfig } from 'vitepress';

const questions = [
  { text: 'Tour', link: '/tour' },
  { text: 'Which cities lead?', link: '/which-cities-lead' },
  { text: 'Who works with whom?', link: '/who-works-with-whom' },
  { text: 'Define a region', link: '/define-a-region' },
  { text: 'Is it balanced?', link: '/is-it-balanced' },
  { text: 'What is known of a place?', link: '/what-is-known-of-a-place' },
  { text: 'How firm is it?', link: '/how-firm-is-it' },
  { text: 'What is missing?', link: '/what-is-missing' },
  { text: 'Is it true that…?', link: '/is-it-true' },
  { text: 'Who has what?', link: '/who-has-what' },
  { text: 'Who can help?', link: '/who-can-help' },
];
const making = [
  { text: 'A real ranking', link: '/real' },
  { text: 'Build', link: '/build' },
  { text: 'Where an institution counts', link: '/where-an-institution-counts' },
];
const reference = [
  { text: 'Command line', link: '/command-line' },
  { text: 'Tables and columns', link: '/tables' },
  { text: 'Facts', link: '/facts' },
  { text: 'Library', link: '/library' },
  { text: 'Contributing', link: '/contributing' },
];
const methods = [
  { text: 'Overview', link: '/methods/' },
  {
    text: 'Who leads?',
    collapsed: true,
    items: [
      { text: 'Share and Count', link: '/methods/share' },
      { text: 'Adjusted Share', link: '/methods/adjusted-share' },
      { text: 'Covariance', link: '/methods/covariance' },
      { text: 'Ranks', link: '/methods/rank' },
      { text: 'Rank intervals', link: '/methods/rank-intervals' },
      { text: 'Joint rank intervals', link: '/methods/joint-ranks' },
      { text: 'Rank sets', link: '/methods/rank-sets' },
      { text: 'Interval', link: '/methods/interval' },
      { text: 'Interval of a ratio', link: '/methods/ratio-interval' },
    ],
  },
  {
    text: 'Who works with whom?',
    collapsed: true,
    items: [
      { text: 'Countings of a pair', link: '/methods/pair-weights' },
      { text: 'Links between places', link: '/methods/links' },
      { text: 'Expected links', link: '/methods/expected' },
      { text: 'Iterative proportional fitting', link: '/methods/ipf' },
      { text: 'Does a region hold together?', link: '/methods/intra-collaboration' },
      { text: 'Joint works against shuffles', link: '/methods/shuffled-joint-works' },
      { text: 'Shuffles of works', link: '/methods/curveball' },
      { text: 'Similarity of two places', link: '/methods/similarity' },
      { text: 'Similarity of all places', link: '/methods/similarity-matrix' },
      { text: 'Network', link: '/methods/network' },
      { text: 'Centrality', link: '/methods/centrality' },
      { text: 'Strength', link: '/methods/strength' },
      { text: 'Closeness', link: '/methods/closeness' },
      { text: 'Betweenness', link: '/methods/betweenness' },
      { text: 'Eigenvector centrality', link: '/methods/eigenvector' },
      { text: 'PageRank', link: '/methods/pagerank' },
      { text: 'Clustering', link: '/methods/clustering' },
      { text: 'Constraint', link: '/methods/constraint' },
      { text: 'Core', link: '/methods/core' },
      { text: 'Modularity', link: '/methods/modularity' },
      { text: 'Leiden', link: '/methods/leiden' },
      { text: 'Communities', link: '/methods/communities' },
      { text: 'Polycentricity', link: '/methods/polycentricity' },
    ],
  },
  {
    text: 'What is it good at, what next?',
    collapsed: true,
    items: [
      { text: 'Location quotient', link: '/methods/location-quotient' },
      { text: 'Diversification', link: '/methods/diversification' },
      { text: 'Complexity', link: '/methods/complexity' },
      { text: 'Proximity', link: '/methods/proximity' },
      { text: 'Relatedness density', link: '/methods/relatedness-density' },
      { text: 'Entry and exit', link: '/methods/entry-exit' },
    ],
  },
  {
    text: 'Who completes whom?',
    collapsed: true,
    items: [{ text: 'Complementarity', link: '/methods/complementarity' }],
  },
  {
    text: 'Is it balanced?',
    collapsed: true,
    items: [
      { text: 'Theil', link: '/methods/theil' },
      { text: 'Gini', link: '/methods/gini' },
      { text: 'Coefficient of variation', link: '/methods/variation' },
      { text: 'Atkinson', link: '/methods/atkinson' },
      { text: 'Hoover', link: '/methods/hoover' },
      { text: 'σ-convergence', link: '/methods/sigma' },
      { text: 'Trend', link: '/methods/trend' },
      { text: 'β-convergence', link: '/methods/convergence' },
      { text: 'Coupling coordination', link: '/methods/coupling' },
      { text: 'Entropy weights', link: '/methods/entropy-weights' },
    ],
  },
  {
    text: 'Where are the clusters?',
    collapsed: true,
    items: [
      { text: 'Spatial weights', link: '/methods/spatial-weights' },
      { text: 'Moran, Geary, Getis-Ord', link: '/methods/moran' },
      { text: 'Local Moran', link: '/methods/lisa' },
      { text: 'DBSCAN', link: '/methods/dbscan' },
      { text: 'Functional areas', link: '/methods/functional-areas' },
      { text: 'Agreement of partitions', link: '/methods/partition-agreement' },
    ],
  },
  {
    text: 'What is emerging?',
    collapsed: true,
    items: [
      { text: 'Growth', link: '/methods/growth' },
      { text: 'Bursts', link: '/methods/bursts' },
    ],
  },
  {
    text: 'Who has what I need?',
    collapsed: true,
    items: [
      { text: 'BM25', link: '/methods/bm25' },
      { text: 'Rank fusion', link: '/methods/rank-fusion' },
      { text: 'nDCG', link: '/methods/ndcg' },
      { text: 'Recall', link: '/methods/recall' },
      { text: 'Reciprocal rank', link: '/methods/reciprocal-rank' },
    ],
  },
  {
    text: 'Underneath',
    collapsed: true,
    items: [{ text: 'Distributions of tests', link: '/methods/distributions' }],
  },
];

/** The site of docs/: everything it needs lies in it, search included; a reader's browser asks nobody else. */
export default defineConfig({
  title: 'Synopolis',
  description: 'How cities and regions innovate together, from open publication records.',
  lang: 'en',
  lastUpdated: false,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' }]],
  themeConfig: {
    nav: [
      { text: 'Questions', items: questions },
      { text: 'Real data', items: making },
      { text: 'Reference', items: reference },
      { text: 'Methods', link: '/methods/' },
    ],
    sidebar: [
      { text: 'Questions', items: questions },
      { text: 'Real data', items: making },
      { text: 'Reference', items: reference },
      { text: 'Methods', items: methods },
    ],
    outline: [2, 3],
    search: { provider: 'local' },
  },
});
