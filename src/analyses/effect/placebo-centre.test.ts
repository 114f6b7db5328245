import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeboRegions, syntheticFlows } from '../../effects/index.ts';
import { placeboCentre } from './placebo-centre.ts';

const anyEstimates = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('the centre of placebo estimates', () => {
  it('has half of them on either side of its median, and is that of none where there are none', () => {
    expect(placeboCentre([])).toBeNull();
    fc.assert(
      fc.property(anyEstimates, (distribution) => {
        const { median } = placeboCentre(distribution)!;
        const half = distribution.length / 2;
        expect(distribution.filter((b) => b < median).length).toBeLessThanOrEqual(half);
        expect(distribution.filter((b) => b > median).length).toBeLessThanOrEqual(half);
      }),
    );
  });

  it('is zero as long as a quarter or more lie on either side of it, whichever side is called which', () => {
    expect(placeboCentre([-1, 1, 1, 1])!.centred).toBe(true);
    expect(placeboCentre([-1, 1, 1, 1, 1])!.centred).toBe(false);
    expect(placeboCentre([0, 0, 0])!.centred).toBe(false);
    fc.assert(
      fc.property(anyEstimates, (distribution) => {
        expect(placeboCentre(distribution.map((b) => -b))!.centred).toBe(
          placeboCentre(distribution)!.centred,
        );
      }),
    );
  });

  it('is zero where no other region has a policy, and is not where the placebo regions had one', () => {
    const flows = syntheticFlows({ seed: 2, effect: 0.4, cities: 24, from: 2011, to: 2017 });
    const members = (of: number): number[] =>
      flows.cities.flatMap(({ region }, at) => (region === of ? [at] : []));
    const asked = { ...flows, region: members(0), from: 2014 };
    const options = { draws: 19, seed: 1 };
    expect(placeboCentre(Array.from(placeboRegions(asked, options).distribution))!.centred).toBe(true);
    const treated = flows.flow.map((flow, i) =>
      flows.inside[i] > 0 && flows.year[i] >= 2014 ? 3 * flow : flow,
    );
    const { distribution } = placeboRegions({ ...asked, flow: treated }, options, [1, 2, 3].map(members));
    expect(placeboCentre(Array.from(distribution))!.centred).toBe(false);
  });
});
