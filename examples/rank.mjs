// Which cities lead, and which ranks are too close to call?
import { analyses, openObservatory } from 'synopolis';

const observatory = await openObservatory('demo/observatory');
const { ranking } = analyses;
const question = ranking.params.parse({ years: { from: 2015, to: 2024 }, top: 10 });
const { rows, about } = await ranking.run(observatory, question);
observatory.close();

console.log(
  `${about.synthetic}: ${about.works} works, ${(100 * about.locatedShare).toFixed(1)}% of Share located`,
);
for (const { rank, rankInterval, place, share } of rows) {
  const [from, to] = rankInterval;
  const range = from === to ? '' : ` (${from}–${to})`;
  console.log(`${rank}${range} ${place.name}: ${share.toFixed(1)} works`);
}
