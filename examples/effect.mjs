// Did collaboration inside the Yangtze River Delta change after its policy of 2018? Pairs of the 100 largest cities.
import { analyses, openObservatory } from 'synopolis';
import { coefficientOf, eventStudy, policyEffect, regionDesign } from 'synopolis/effects';

const observatory = await openObservatory('demo/observatory');
const { panel } = analyses;
const question = panel.params.parse({ of: 'pairs', kind: 'city', top: 100, definition: ['yrd_41'] });
const { rows } = await panel.run(observatory, question);
observatory.close();

const inside = rows.filter((row) => row.inside !== null);
const { model, policy, clusters } = regionDesign({
  first: rows.map(({ a }) => a.id),
  second: rows.map(({ b }) => b.id),
  year: rows.map(({ year }) => year),
  flow: rows.map(({ full }) => full),
  region: [...new Set(inside.flatMap(({ a, b }) => [a.id, b.id]))],
  from: 2018,
});
const errors = { kind: 'cluster', by: clusters };
const percent = ({ value, interval }) =>
  `${(100 * value).toFixed(0)}% (${interval.map((end) => (100 * end).toFixed(0)).join(' to ')})`;

console.log(
  `After 2018: ${percent(coefficientOf(policyEffect(model, policy, { errors }), 'policy').change)}`,
);
const study = eventStudy(model, policy, { errors, leads: 4, lags: 4 });
for (const { since, coefficient } of study.points)
  console.log(`${since} years: ${coefficient === null ? 'reference' : percent(coefficient.change)}`);
console.log(`Trend before the policy: p = ${study.pretrend.p.toFixed(2)}`);
