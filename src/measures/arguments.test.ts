import { describe, expect, it } from 'vitest';
import { checkKind, checkParts } from './arguments.ts';
import * as measures from './index.ts';

type Called = (...given: unknown[]) => unknown;

const MEASURES = measures as unknown as Record<string, Called>;

/** Of numbers and words alone: their own error names what is no such number, and says what it was (`undefined`). */
const OF_NUMBERS = [
  ...['adjustedShare', 'aheadWord', 'bm25Idf', 'lengthened', 'saturated', 'compoundGrowth', 'speedOf'],
  ...['compoundGrowthGradient', 'couplingGrade', 'greatCircle', 'doublingTime', 'criticalValue', 'numbered'],
  ...['chiSquaredCdf', 'chiSquaredP', 'chiSquaredQuantile', 'fCdf', 'fP', 'fQuantile', 'normalQuantile'],
  ...['studentP', 'studentCdf', 'studentQuantile', 'studentCritical', 'incompleteBeta', 'incompleteGamma'],
  ...['lnGamma', 'stirlingError', 'deviance', 'normalInterval', 'linearisedInterval', 'poissonInterval'],
  ...[
    'checkResolution',
    'spatialTest',
    'pairWeights',
    'pairUnits',
    'collaborationScore',
    'known',
    'quotient',
  ],
  ...['createRandom', 'replicateKeys', 'everyResample', 'rsca', 'saltonCosine', 'jaccard', 'inclusion'],
  ...['affinityOfCollaborations', 'affinityOfWorks', 'steijnProbability', 'normalCdf'],
];

/** Refuse nothing: they put a reason in words where a number would be. */
const REFUSE_NOTHING = ['noInterval', 'unknown'];

const NAMED = Object.keys(MEASURES).filter(
  (name) => typeof MEASURES[name] === 'function' && ![...OF_NUMBERS, ...REFUSE_NOTHING].includes(name),
);

/** What a call throws, if anything; what is drawn one by one is drawn. */
function thrown(name: string, given: readonly unknown[]): unknown {
  try {
    const told = MEASURES[name](...given);
    if (typeof told === 'object' && told !== null && 'next' in told) (told as Iterator<unknown>).next();
    return null;
  } catch (error) {
    return error;
  }
}

describe('an argument', () => {
  it('that is missing or of another kind is refused by its name, with what to give', () => {
    expect(() => checkKind('y', undefined, 'list')).toThrow(TypeError);
    expect(() => checkKind('y', undefined, 'list')).toThrow(
      'y is missing. Give an array or a typed array as y.',
    );
    expect(() => checkKind('y', '12', 'list')).toThrow('y is the string 12. Give an array');
    expect(() => checkKind('w', [1], 'record')).toThrow('w is an array. Give an object as w.');
    expect(() => checkKind('w', null, 'record')).toThrow('w is null.');
  });

  it('may have parts of its own, of which some may be left out', () => {
    checkParts('model', { y: Float64Array.of(1) }, { y: 'list', 'weights?': 'list' });
    expect(() => checkParts('model', { y: [1], weights: 2 }, { y: 'list', 'weights?': 'list' })).toThrow(
      'model.weights is the number 2. Give an array or a typed array as model.weights.',
    );
    expect(() => checkParts('model', {}, { y: 'list' })).toThrow('model.y is missing.');
  });
});

describe('arguments of measures that are missing or of another kind', () => {
  it.each(NAMED)('%s refuses by name', (name) => {
    for (const given of [[], [{}], [null], [3]]) expect(thrown(name, given), name).toBeInstanceOf(TypeError);
  });

  it.each(OF_NUMBERS)('%s, which is of numbers alone, says which is none', (name) => {
    for (const given of [[], [{}]]) {
      const error = thrown(name, given);
      expect(error instanceof RangeError || error instanceof TypeError, name).toBe(true);
    }
  });

  it('leave those alone that refuse nothing', () => {
    for (const name of REFUSE_NOTHING) expect(thrown(name, []), name).toBeNull();
  });

  const m = measures.matrixOf([
    [0, 1],
    [1, 0],
  ]);
  const network = measures.networkOfMatrix(m);
  const w = measures.spatialWeights([[1], [0]]);
  const fit = measures.quasiIndependence([3, 3, 2]);
  it.each<readonly [string, readonly unknown[], string]>([
    ['matrix', [['a'], ['b']], 'values is missing. Give an array or a typed array as values.'],
    ['betweenness', [{ ...network, weights: 2 }], 'network.weights is the number 2.'],
    ['communities', [network], 'options is missing. Give an object as options.'],
    ['modularity', [network, 'a'], 'groups is the string a.'],
    ['entryExit', [m, 3], 'after is the number 3.'],
    ['relatednessDensity', [m, m], 'options is missing.'],
    ['relatednessDensity', [m, null, { ownField: 'in' }], 'relatedness is null.'],
    ['proximityDensity', [m, { ownField: 'in', of: [] }], 'options.of is an array.'],
    ['complementarity', [m, m, { ownField: 'in', receivers: 'a' }], 'options.receivers is the string a.'],
    ['complexity', [m, 3], 'previous is the number 3.'],
    ['at', [{ rows: [] }, 0, 0], 'm.columns is missing.'],
    ['valueAt', [{ matrix: m }, 'a', 'b'], 'table.omitted is missing.'],
    ['expectedPair', [{ total: 8 }, 0, 1], 'fit.a is missing.'],
    ['expectedInside', [fit], 'members is missing.'],
    ['standardErrors', [{}], 'covariance is an object.'],
    ['stratifiedCovariance', [[{ totals: [1] }]], 'strata[0].products is missing.'],
    ['replicateInterval', [[1, 2]], 'statistic is missing. Give a function as statistic.'],
    ['poissonWeight', [{ a: 1, b: 2 }, 7], 'keys.k is missing. Give a number as keys.k.'],
    ['poissonWeight', [{ a: 1, b: 2, k: 3 }], 'id is missing.'],
    ['curveball', [[[0, 1]], { strata: null }], 'options.strata is null.'],
    ['dbscan', [[1], [1], 1], 'options is missing.'],
    ['dbscan', [[1], [1], 1, { minimum: 1, ids: 3 }], 'options.ids is the number 3.'],
    ['recallAt', [['a'], undefined, 1], 'relevant is missing. Give an array or a set as relevant.'],
    ['reciprocalRank', [['a'], {}], 'relevant is an object.'],
    ['similarityMatrix', [m, 'cosine', { of: 'works' }], 'margin.works is missing.'],
    ['lisa', [[1, 2], w, null], 'options is null.'],
    ['gini', [[1, 2], null], 'options is null.'],
    ['splitWork', [{ authors: [] }, {}], 'whereabouts.placeOf is missing.'],
    ['halfLifeOf', [{}], 'speed.value is missing.'],
  ])('are named: %s %#', (name, given, message) => {
    const error = thrown(name, given);
    expect(error).toBeInstanceOf(TypeError);
    expect((error as TypeError).message).toContain(message);
  });

  it('leave alone what is right', () => {
    expect(measures.recallAt(['a', 'b'], new Set(['b']), 2).value).toBe(1);
    expect(measures.poissonWeight({ a: 1, b: 2, k: 3 }, 7)).toBe(0);
    expect(measures.expectedPair(fit, 0, 1)).not.toBeNull();
  });
});
