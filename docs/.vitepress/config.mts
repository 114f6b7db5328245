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
  { text: 'Share and Count', link: '/methods/share' },
  { text: 'Links between places', link: '/methods/links' },
  { text: 'Rank intervals', link: '/methods/rank-intervals' },
  { text: 'Theil', link: '/methods/theil' },
  { text: 'Gini', link: '/methods/gini' },
  { text: 'Coefficient of variation', link: '/methods/variation' },
  { text: 'Convergence', link: '/methods/convergence' },
  { text: 'BM25', link: '/methods/bm25' },
  { text: 'nDCG', link: '/methods/ndcg' },
  { text: 'Recall and reciprocal rank', link: '/methods/recall' },
  { text: 'Rank fusion', link: '/methods/rank-fusion' },
  { text: 'Location quotient', link: '/methods/location-quotient' },
  { text: 'Diversification', link: '/methods/diversification' },
  { text: 'Proximity', link: '/methods/proximity' },
  { text: 'Relatedness density', link: '/methods/relatedness-density' },
  { text: 'Complementarity', link: '/methods/complementarity' },
  { text: 'Complexity', link: '/methods/complexity' },
  { text: 'Entry and exit', link: '/methods/entry-exit' },
  { text: 'Distributions of tests', link: '/methods/distributions' },
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
