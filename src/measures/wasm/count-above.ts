/**
 * How many rows are above one of them, in each of eight draws.
 *
 * @param n rows
 * @param drawn n × 8
 * @param own the eight numbers of that one
 * @param counts eight whole numbers of 64 bits
 */
export function countAbove(n: i32, drawn: usize, own: usize, counts: usize): void {
  const own0 = v128.load(own);
  const own1 = v128.load(own, 16);
  const own2 = v128.load(own, 32);
  const own3 = v128.load(own, 48);
  let count0 = i64x2.splat(0);
  let count1 = count0;
  let count2 = count0;
  let count3 = count0;
  const end = drawn + (<usize>n << 6);
  for (let at = drawn; at < end; at += 64) {
    // What is true has all its bits, which is -1.
    count0 = i64x2.sub(count0, f64x2.gt(v128.load(at), own0));
    count1 = i64x2.sub(count1, f64x2.gt(v128.load(at, 16), own1));
    count2 = i64x2.sub(count2, f64x2.gt(v128.load(at, 32), own2));
    count3 = i64x2.sub(count3, f64x2.gt(v128.load(at, 48), own3));
  }
  v128.store(counts, count0);
  v128.store(counts, count1, 16);
  v128.store(counts, count2, 32);
  v128.store(counts, count3, 48);
}
