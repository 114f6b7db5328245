import type { FlowModel } from './model.ts';

/** The given rows of a model. */
export function pickRows(model: FlowModel, rows: Int32Array): FlowModel {
  const numbers = (column: ArrayLike<number>): Float64Array => Float64Array.from(rows, (i) => column[i]);
  const labels = <L extends ArrayLike<number | string>>(column: L): L =>
    Array.from(rows, (i) => column[i]) as unknown as L;
  return {
    y: numbers(model.y),
    regressors: Object.fromEntries(
      Object.entries(model.regressors).map(([name, column]) => [name, numbers(column)]),
    ),
    effects: (model.effects ?? []).map((effect) =>
      'of' in effect
        ? { name: effect.name, of: labels(effect.of) }
        : { name: effect.name, ends: [labels(effect.ends[0]), labels(effect.ends[1])] as const },
    ),
    ...(model.weights === undefined ? {} : { weights: numbers(model.weights) }),
    ...(model.offset === undefined ? {} : { offset: numbers(model.offset) }),
  };
}
