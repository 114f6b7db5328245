import { EstimationError, messages } from '../estimation-error.ts';
import { Absorber } from '../ppml/absorb.ts';
import { type Incidence, incidenceOf } from './incidence.ts';
import { type Basis, independentOf } from '../ppml/independent.ts';
import { checkModel, type FlowModel } from '../ppml/model.ts';
import { fitPoisson, type PoissonFit } from '../ppml/poisson.ts';
import { prune } from '../ppml/prune.ts';
import { makeSample, type Named, type Sample, take } from '../ppml/sample.ts';
import { separated } from '../separation/separation.ts';

/** Where the rows went. rows = singletons + allZero + separated + used. */
export interface SampleFlow {
  readonly rows: number;
  /** Zeros among all rows. */
  readonly zeros: number;
  readonly singletons: number;
  readonly allZero: number;
  readonly separated: number;
  readonly used: number;
}

/** A fit of flows with all it was made of. */
export interface FittedFlows {
  readonly sample: Sample;
  readonly incidence: Incidence;
  readonly basis: Basis;
  readonly fit: PoissonFit;
  readonly flow: SampleFlow;
}

/** @throws RangeError as `checkModel`; where no rows are left */
export function fitFlows(model: FlowModel, clusters: readonly Named[] = []): FittedFlows {
  checkModel(model, true);
  let sample = makeSample(model, clusters);
  const rows = sample.y.length;
  const zeros = sample.y.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0);
  const count = { singletons: 0, allZero: 0, separated: 0 };
  for (;;) {
    const pruned = prune(sample, true);
    sample = pruned.sample;
    count.singletons += pruned.singletons;
    count.allZero += pruned.allZero;
    const used = sample.y.length;
    if (used === 0) throw new EstimationError(messages.allAloneOrZero());
    const incidence = incidenceOf(sample);
    const basis = basisOf(sample, incidence);
    let fit = fitPoisson(sample, incidence, basis, null, false);
    // Where regressors are hard to tell apart, the fit may end before it looks suspect, or without the one that separates.
    if (fit.suspect || (zeros > 0 && (basis.dropped.length > 0 || basis.nearly.length > 0))) {
      const found = separated(sample);
      const rest = Int32Array.from(placesOf(found, 0));
      if (rest.length < used) {
        count.separated += used - rest.length;
        sample = take(sample, rest);
        continue;
      }
      if (!fit.converged) fit = fitPoisson(sample, incidence, basis, fit, true);
    }
    const flow = Object.freeze({ rows, zeros, ...count, used });
    return Object.freeze({ sample, incidence, basis, fit, flow });
  }
}

/** Regressors at right angles under the weights of the rows. */
export function basisOf(sample: Sample, incidence: Incidence): Basis {
  const absorber = new Absorber(incidence);
  const weights = sample.weights ?? new Float64Array(sample.y.length).fill(1);
  absorber.setWeights(weights);
  return independentOf(
    sample.x.map((column) => column.slice()),
    sample.names,
    weights,
    absorber,
  );
}

function* placesOf(marks: Uint8Array, mark: number): Generator<number> {
  for (let i = 0; i < marks.length; i++) if (marks[i] === mark) yield i;
}
