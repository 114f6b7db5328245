import { EstimationError, messages } from '../estimation-error.ts';
import { checkKind as checkArgument, checkParts } from '../../measures/arguments.ts';
import { checkFinite } from '../../measures/finite.ts';
import { checkKind, type Labels } from '../flows/labels.ts';

/**
 * A fixed effect: one number for each level of `of`; or, where flows have no direction, one for each level that stands
 * at either end of a row, so that a row has the sum of its two (a flow of a city with itself has its city's twice).
 */
export type FixedEffect =
  | { readonly name: string; readonly of: Labels }
  | { readonly name: string; readonly ends: readonly [Labels, Labels] };

/** What is estimated: E[y] = exp(Xβ + effects + offset) for flows, or y = Xβ + effects + u for least squares. */
export interface FlowModel {
  /** n outcomes; for flows 0 or more, whole or not (Shares of works, volumes). */
  readonly y: ArrayLike<number>;
  /** Regressors by name, n numbers each. There is no constant to give: the effects hold it, or it is added. */
  readonly regressors: Readonly<Record<string, ArrayLike<number>>>;
  /** Any number of dimensions; with none a constant stands in. */
  readonly effects?: readonly FixedEffect[];
  /** Weights of rows, above 0; all 1 where left out. */
  readonly weights?: ArrayLike<number>;
  /** Added to Xβ with coefficient 1, such as the logarithm of exposure. */
  readonly offset?: ArrayLike<number>;
}

/**
 * @throws RangeError that names what is wrong: lists of unlike lengths, no rows, NaN or infinite numbers, a negative
 * outcome where none may be, weights not above 0, a name that stands twice
 */
export function checkModel(model: FlowModel, flows: boolean): void {
  checkModelParts(model);
  const { y, regressors, effects = [], weights, offset } = model;
  const n = y.length;
  if (n === 0) throw new EstimationError(messages.noRows());
  checkFinite('y', y);
  if (flows) {
    let any = false;
    for (let i = 0; i < n; i++) {
      if (y[i] < 0) throw new RangeError(`y must be 0 or more, number ${i} is ${y[i]}`);
      any ||= y[i] > 0;
    }
    if (!any) throw new EstimationError(messages.onlyZeros());
  }
  const columns: readonly (readonly [string, ArrayLike<number>])[] = [
    ...Object.entries(regressors).map(([name, column]) => [`regressor ${name}`, column] as const),
    ...(weights === undefined ? [] : [['weights', weights] as const]),
    ...(offset === undefined ? [] : [['offset', offset] as const]),
  ];
  for (const [name, column] of columns) {
    checkLength(name, column, n);
    checkFinite(name, column);
  }
  if (weights !== undefined)
    for (let i = 0; i < n; i++)
      if (!(weights[i] > 0)) throw new RangeError(`weights must be above 0, number ${i} is ${weights[i]}`);
  const names = new Set<string>();
  for (const effect of effects) {
    if (names.has(effect.name))
      throw new RangeError(`effects must have different names, got ${effect.name} twice`);
    names.add(effect.name);
    checkLabels(`effect ${effect.name}`, 'of' in effect ? [effect.of] : effect.ends, n);
  }
}

/** @throws TypeError that names a part of a model that is missing or is no list */
export function checkModelParts(model: FlowModel): void {
  checkParts('model', model, {
    y: 'list',
    regressors: 'record',
    'effects?': 'list',
    'weights?': 'list',
    'offset?': 'list',
  });
  for (const [name, column] of Object.entries(model.regressors))
    checkArgument(`model.regressors.${name}`, column, 'list');
  for (const [k, effect] of (model.effects ?? []).entries()) {
    const name = `model.effects[${k}]`;
    checkParts(name, effect, { name: 'text', 'of?': 'list', 'ends?': 'list' });
    if (!('of' in effect)) {
      checkArgument(`${name}.of`, (effect as { ends?: unknown }).ends, 'list');
      for (const end of [0, 1]) checkArgument(`${name}.ends[${end}]`, effect.ends[end], 'list');
    }
  }
}

/** @throws RangeError where labels are not one a row; as `checkKind` */
export function checkLabels(name: string, lists: readonly Labels[], n: number): void {
  for (const labels of lists) checkLength(name, labels, n);
  checkKind(name, lists);
}

function checkLength(name: string, list: ArrayLike<unknown>, n: number): void {
  if (list.length !== n) throw new RangeError(`${name} must have ${n} rows, got ${list.length}`);
}
