import { describe, expect, it } from 'vitest';
import * as effects from './index.ts';

type Called = (...given: unknown[]) => unknown;

const FUNCTIONS = Object.entries(effects as unknown as Record<string, Called>).filter(
  ([name, of]) => typeof of === 'function' && name !== 'SeparationUndecided',
);

/** What a call throws, if anything. */
function thrown(call: () => unknown): unknown {
  try {
    call();
    return null;
  } catch (error) {
    return error;
  }
}

describe('arguments that are missing or of another kind', () => {
  it.each(FUNCTIONS)('%s refuses by name', (name, of) => {
    for (const given of [[], [{}], [null], [3]])
      expect(
        thrown(() => of(...given)),
        name,
      ).toBeInstanceOf(TypeError);
  });

  it('are named down to the part of a model', () => {
    const { ppml, leastSquares, policyEffect, jackknifeCities } = effects as unknown as Record<
      string,
      Called
    >;
    const y = [1, 2, 3];
    expect(() => ppml({ y })).toThrow('model.regressors is missing. Give an object as model.regressors.');
    expect(() => ppml({ y, regressors: { x: 3 } })).toThrow('model.regressors.x is the number 3.');
    expect(() => ppml({ y, regressors: {}, effects: [{ name: 'a' }] })).toThrow(
      'model.effects[0].of is missing.',
    );
    expect(() => leastSquares({ y, regressors: {}, effects: 'a' })).toThrow('model.effects is the string a.');
    expect(() => ppml({ y, regressors: {} }, { errors: { kind: 'cluster' } })).toThrow(
      'options.errors.by is missing.',
    );
    expect(() => policyEffect({ y, regressors: {} }, { time: y, treated: y })).toThrow(
      'policy.from is missing.',
    );
    expect(() => jackknifeCities({ y, regressors: {} }, [y], 'x')).toThrow('ends[1] is missing.');
  });
});
