// A mean over questions and its 95 % interval by the bootstrap over questions, seeded.
import { multinomialWeights, createRandom } from '../src/measures/index.ts';

/** @param {number[]} values @param {number} draws @param {number} seed */
export function drawnMeans(values, draws, seed) {
  const random = createRandom(seed);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const drawn = Array.from({ length: draws }, () => {
    const weights = multinomialWeights(values.length, random);
    return values.reduce((sum, value, i) => sum + weights[i] * value, 0) / values.length;
  }).sort((a, b) => a - b);
  const at = (part) => drawn[Math.min(draws - 1, Math.floor(part * draws))];
  return { mean, low: at(0.025), high: at(0.975) };
}
