/** The numbers of the n highest scores above 0, best first; of equal ones the first. */
export function highest(scores: ArrayLike<number>, n: number): number[] {
  const heap: number[] = [];
  // A heap of the best so far, the worst of them on top.
  const worse = (a: number, b: number): boolean =>
    scores[a] < scores[b] || (scores[a] === scores[b] && a > b);
  const sink = (at: number): void => {
    for (let parent = at; ;) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      let least = parent;
      if (left < heap.length && worse(heap[left], heap[least])) least = left;
      if (right < heap.length && worse(heap[right], heap[least])) least = right;
      if (least === parent) return;
      [heap[parent], heap[least]] = [heap[least], heap[parent]];
      parent = least;
    }
  };
  for (let d = 0; d < scores.length; d++) {
    if (!(scores[d] > 0)) continue;
    if (heap.length < n) {
      heap.push(d);
      if (heap.length === n) for (let at = (n >> 1) - 1; at >= 0; at--) sink(at);
    } else if (n > 0 && worse(heap[0], d)) {
      heap[0] = d;
      sink(0);
    }
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1));
}

/** Scores by which what holds a head term goes before what does not, whatever the two score; what scores 0 stays there. */
export function headsFirst(scores: Float64Array, heads: ReadonlySet<number>): Float64Array {
  const above = 1 + scores.reduce((most, score) => Math.max(most, score), 0);
  return scores.map((score, d) => (score > 0 && heads.has(d) ? above + score : score));
}
