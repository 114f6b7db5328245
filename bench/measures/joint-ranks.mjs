// Joint rank intervals of cities from the covariance of their Shares, beside a plain bootstrap over works in numpy.
import { createRandom, jointRankIntervals, shareCovariance } from '../../src/measures/index.ts';

const DRAWS = 2000;
const WORKS_A_CITY = 200;

export const comparison = {
  id: 'joint-ranks',
  title: 'joint rank intervals, 2,000 draws',
  packages: ['numpy'],
  peer: 'joint-ranks.py',
  sizes: [250, 500, 1000],
  /** Works of one to four cities, drawn by sizes that fall with the root of the rank; 200 works a city, on which ours hardly depends. */
  input(cities) {
    const random = createRandom(cities);
    const works = WORKS_A_CITY * cities;
    const [work, city, share] = [[], [], []];
    for (let w = 0; w < works; w++) {
      const places = new Set();
      const size = Math.min(4, 1 + Math.floor(-Math.log(1 - random.uniform())));
      while (places.size < size) places.add(Math.floor(cities * random.uniform() ** 2));
      for (const place of places) {
        work.push(w);
        city.push(place);
        share.push(1 / size);
      }
    }
    return { cities, works, work, city, share, draws: DRAWS };
  },
  /** From the works on: totals, products, covariance, draws, ranks. */
  ours({ cities: n, works, work, city, share }) {
    const totals = new Float64Array(n);
    const products = new Float64Array(n * n);
    for (let from = 0, to = 0; from < work.length; from = to) {
      while (to < work.length && work[to] === work[from]) to += 1;
      for (let p = from; p < to; p++) {
        totals[city[p]] += share[p];
        for (let q = from; q < to; q++) products[city[p] * n + city[q]] += share[p] * share[q];
      }
    }
    const covariance = shareCovariance(totals, products, works);
    return jointRankIntervals({ totals, covariance, draws: DRAWS, seed: 1 });
  },
  agree(ours, [low, high]) {
    const n = ours.length;
    const apart = ours.map((row, i) => Math.abs(row.low - low[i]) + Math.abs(row.high - high[i]));
    const width = ours.reduce((sum, row) => sum + row.high - row.low, 0) / n;
    return `ends differ by ${(apart.reduce((sum, value) => sum + value, 0) / 2 / n).toFixed(1)} ranks on average, of intervals ${width.toFixed(0)} wide`;
  },
};
