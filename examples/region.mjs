// Where would a region of your own rank among the metropolitan regions?
import { analyses, openObservatory } from 'synopolis';

const observatory = await openObservatory('demo/observatory');
const { ranking } = analyses;
const question = ranking.params.parse({
  of: ['regions'],
  region: [{ name: 'Lake Tai', cities: ['cn:3205', 'cn:3202', 'cn:3305'] }],
  definition: ['jjj_13', 'gba_9_2'],
  top: 3,
});
const { rows } = await ranking.run(observatory, question);
observatory.close();

for (const { rank, place, share, insteadOf } of rows) {
  const note = insteadOf.length === 0 ? '' : ` (in place of ${insteadOf[0].name}, whose cities it shares)`;
  console.log(`${rank} ${place.name}: ${share.toFixed(1)} works${note}`);
}
