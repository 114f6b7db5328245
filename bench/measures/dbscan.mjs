// Weighted DBSCAN by great-circle distance, beside scikit-learn.
import { createRandom, dbscanSphere, partitionAgreement } from '../../src/measures/index.ts';

const KILOMETRES = 5;
const MINIMUM = 20;

export const comparison = {
  id: 'dbscan',
  title: 'weighted haversine DBSCAN',
  packages: ['scikit-learn'],
  peer: 'dbscan.py',
  sizes: [50_000, 100_000, 200_000],
  /**
   * Nine tenths of the points in cities, one for a hundred points, that become smaller with the root of their rank (so that
   * the lists of neighbours the peer makes stay in memory), 8 km wide; the rest anywhere.
   */
  input(n) {
    const random = createRandom(n);
    const cities = Array.from({ length: n / 100 }, () => [
      20 + 30 * random.uniform(),
      80 + 50 * random.uniform(),
    ]);
    const before = [];
    let all = 0;
    for (let rank = 1; rank <= cities.length; rank++) before.push((all += 1 / Math.sqrt(rank)));
    const [latitudes, longitudes, weights] = [[], [], []];
    for (let i = 0; i < n; i++) {
      const at = random.uniform() * all;
      const [lat, lon] = cities[before.findIndex((sum) => at < sum)];
      const inCity = random.uniform() < 0.9;
      const spread = 8 / 111;
      latitudes.push(inCity ? lat + spread * random.normal() : 20 + 30 * random.uniform());
      longitudes.push(
        inCity
          ? lon + (spread * random.normal()) / Math.cos((lat * Math.PI) / 180)
          : 80 + 50 * random.uniform(),
      );
      weights.push(0.1 + 1.8 * random.uniform());
    }
    return { latitudes, longitudes, weights, kilometres: KILOMETRES, minimum: MINIMUM };
  },
  ours({ latitudes, longitudes, weights }) {
    return dbscanSphere(latitudes, longitudes, KILOMETRES, { minimum: MINIMUM, weights });
  },
  agree(ours, { labels, core }) {
    const unlike = core.filter((one, i) => one !== ours.core[i]).length;
    const cores = labels.map((_, i) => i).filter((i) => core[i] === 1);
    const { adjustedRand } = partitionAgreement(
      cores.map((i) => labels[i]),
      cores.map((i) => ours.labels[i]),
    );
    const noise = labels.filter((label, i) => label < 0 !== ours.labels[i] < 0).length;
    return `${ours.clusters} clusters; cores that differ ${unlike}, noise that differs ${noise}, ARI of cores ${adjustedRand.value}`;
  },
};
