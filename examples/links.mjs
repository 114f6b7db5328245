// Which pairs of cities of the Yangtze River Delta work together more than their sizes suggest?
import { analyses, openObservatory } from 'synopolis';

const observatory = await openObservatory('demo/observatory');
const { links } = analyses;
const { rows, intra } = await links.run(observatory, links.params.parse({ place: 'def:yrd_41', top: 5 }));
observatory.close();

for (const { a, b, full, expected, ratio, ratioInterval } of rows) {
  const interval = ratioInterval.map((end) => end.toFixed(2)).join('–');
  console.log(
    `${a.name}–${b.name}: ${full} joint works, ${expected.toFixed(1)} expected, ratio ${ratio.toFixed(2)} (${interval})`,
  );
}
const percent = (part) => `${(100 * part).toFixed(1)}%`;
console.log(`Inside the region: ${percent(intra.intraShare)}; expected: ${percent(intra.expectedShare)}`);
