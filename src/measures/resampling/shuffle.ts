import type { Random } from '../random.ts';

/** 0 … n − 1 in random order, every order alike likely (Fisher & Yates; Durstenfeld 1964). */
export function shuffledOrder(n: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
