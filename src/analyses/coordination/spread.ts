import { gini, giniGradient } from '../../measures/index.ts';
import { between, type Estimate, linearised } from '../output/estimate.ts';
import { outputs } from '../output/output.ts';
import { type Slope, workInfluence } from '../output/work-influence.ts';
import type { Years } from '../population/year-windows.ts';
import type { LinkAsk } from './meetings.ts';

/** The Gini coefficient of the Shares of regions' cities in every window, with intervals over works; [region][window]. */
export async function spreadOf(
  { observatory, population, regions }: Omit<LinkAsk, 'filter'>,
  windows: readonly Years[],
  level: number,
): Promise<Estimate[][]> {
  const output = await outputs(observatory, population, { kinds: ['cities'], definitions: null, adHoc: [] });
  const shares = new Map(output.map(({ unit, year, share }) => [`${unit}|${year}`, share]));
  const years = [...population.worksByYear.keys()];
  const tasks = regions.flatMap(({ cities }) =>
    windows.map((window) => {
      const inside = years.filter((year) => year >= window.from && year <= window.to);
      const amounts = cities.map((city) =>
        inside.reduce((sum, year) => sum + (shares.get(`${city}|${year}`) ?? 0), 0),
      );
      const gradient = giniGradient(amounts);
      const slopes: Slope[] =
        gradient === null ? [] : cities.map((city, i) => ({ city, ...window, slope: gradient[i] }));
      return { value: gini(amounts), slopes, works: population.within(window).works };
    }),
  );
  const influence = await workInfluence(
    observatory,
    population,
    'share',
    tasks.map(({ slopes }) => slopes),
  );
  const estimates = tasks.map(({ value, works }, k) => {
    const squares = influence[k].reduce((sum, year) => sum + year.squares, 0);
    const sum = influence[k].reduce((total, year) => total + year.sum, 0);
    return between(linearised(value, [{ squares, sum, works }], level), 0, 1);
  });
  return regions.map((_, g) => estimates.slice(g * windows.length, (g + 1) * windows.length));
}
