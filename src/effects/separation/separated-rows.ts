import { checkModel, type FlowModel } from '../ppml/model.ts';
import { makeSample } from '../ppml/sample.ts';
import { separated } from './separation.ts';

/**
 * The rows of a model that are separated, by their places in it, those of all-zero levels among them: `ppml` drops them.
 * See `separation.ts` for how they are found.
 *
 * @throws RangeError that names what is wrong with the model; SeparationUndecided, which names the rows, where rounding may
 *   have made what would separate them
 */
export function separatedRows(model: FlowModel): Int32Array {
  checkModel(model, true);
  const sample = makeSample(model);
  const found = separated(sample);
  return sample.rows.filter((_, i) => found[i] === 1).sort();
}
