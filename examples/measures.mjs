// The arithmetic alone, on plain arrays: no observatory is needed.
import { gini, jointRankIntervals, shareCovariance, theilT } from 'synopolis/measures';

const cities = ['Abbey', 'Borough', 'Croft'];
const totals = [60, 52, 50];
// Sums over works of the products of the Shares of two cities, row by row.
const products = [41, 4, 3, 4, 36, 9, 3, 9, 35];
const covariance = shareCovariance(totals, products, 400);
const ranks = jointRankIntervals({ totals, covariance, draws: 2000, level: 0.95, seed: 1 });
for (const [i, { rank, low, high }] of ranks.entries())
  console.log(`${cities[i]}: rank ${rank} (${low}–${high})`);

console.log(`Gini ${gini(totals).value.toFixed(3)}, Theil T ${theilT(totals).value.toFixed(3)}`);
console.log(`Undefined: ${JSON.stringify(theilT([]))}`);
