import { inBoth, type Language, render } from '../../base/index.ts';
import { isUnit } from '../../facts/index.ts';
import type { Scope } from '../scope.ts';
import { NO_VALUE, noValue, numberValue, type Value } from '../value.ts';
import { type Answer, ASKED } from '../world.ts';
import type { Arguments, ExpressionFunction, Parameter } from './signature.ts';

type Asked = (typeof ASKED)[number];

const place = (name: string): Parameter => ({ name, role: 'place' });
const years: Parameter = { name: 'years', role: 'years', optional: true };
const option = (name: string): Parameter => ({ name, role: 'word', optional: true });
const output = [years, ...['field', 'sector', 'base'].map(option)];
const ranks = [...['of', 'field'].map(option), years, ...['by', 'sector', 'base'].map(option)];
const links = [years, ...['field', 'counting', 'sector', 'coaffiliation', 'capped'].map(option)];

const PARAMETERS: Readonly<Record<Asked, readonly Parameter[]>> = {
  share_of_works: [place('place'), ...output],
  count_of_works: [place('place'), ...output],
  rank_of: [place('place'), ...ranks],
  outranks: [place('a'), place('b'), ...ranks],
  joint_works: [place('a'), place('b'), ...links],
  intra_share: [place('region'), ...links],
  observed_expected: [place('region'), { name: 'with', role: 'place', optional: true }, ...links],
  resources: [
    { name: 'kind', role: 'word' },
    place('region'),
    { name: 'year', role: 'years', optional: true },
    option('field'),
  ],
};

/** Functions that the world answers: measures of an observatory, counts of the directory of resources. */
export const asked: Readonly<Record<string, ExpressionFunction>> = Object.fromEntries(
  ASKED.map((ask) => [
    ask,
    { parameters: PARAMETERS[ask], run: (given, scope) => answered(ask, given, scope) },
  ]),
);

async function answered(ask: Asked, given: Arguments, { run }: Scope): Promise<Value> {
  const parameters = PARAMETERS[ask];
  const places = parameters.flatMap(({ name, role }) =>
    role === 'place' && given.words.has(name) ? [given.word(name)] : [],
  );
  const options = Object.fromEntries(
    parameters.flatMap(({ name, role }) =>
      role === 'word' && given.words.has(name) ? [[name, given.word(name)]] : [],
    ),
  );
  const regions = [...new Set(places)].flatMap((id) => run.regions.get(id) ?? []);
  const period = given.periods.get('years') ?? given.periods.get('year') ?? null;
  return valueOf(ask, await run.ask({ ask, places, regions, years: period, options }), run.language);
}

const LABEL = inBoth({ en: (label: string) => `${label}:`, zh: (label) => `${label}：` });

function valueOf(ask: Asked, answer: Answer, language: Language): Value {
  const { value, unit, label, reason, hedge = null, spread = null, interval = null, warnings = [] } = answer;
  const sources = (answer.sources ?? []).map((source) =>
    typeof source === 'string' ? source : render(source, language),
  );
  if (!isUnit(unit)) throw new Error(`${ask}() was answered in ${unit}, which is no unit`);
  if (value === null) return noValue(reason ?? NO_VALUE, { unit, sources, warnings });
  return numberValue(value, unit, {
    hedge,
    spread,
    interval,
    sources,
    evidence: [ask === 'resources' ? 'directory' : 'records'],
    warnings,
    trace: { kind: 'number', label: LABEL[language](render(label, language)), value, unit },
  });
}
