import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairQueue } from './fair-queue.ts';

const all = <T>(queue: FairQueue<T>): T[] => {
  const taken: T[] = [];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) taken.push(item);
  return taken;
};
const filled = (clients: readonly string[]): FairQueue<string> => {
  const queue = new FairQueue<string>();
  clients.forEach((client, i) => queue.push(client, `${client}${i}`));
  return queue;
};
const clients = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

describe('a fair queue', () => {
  it('gives each client a turn, and its own questions in the order they came', () => {
    expect(all(filled(['a', 'a', 'a', 'b', 'c', 'b']))).toEqual(['a0', 'b3', 'c4', 'a1', 'b5', 'a2']);
  });

  it('takes everything once', () => {
    fc.assert(
      fc.property(clients, (given) => {
        const queue = filled(given);
        expect(queue.length).toBe(given.length);
        expect(all(queue).sort()).toEqual(given.map((client, i) => `${client}${i}`).sort());
        expect(queue.length).toBe(0);
      }),
    );
  });

  it('says how many are before each', () => {
    fc.assert(
      fc.property(clients, fc.nat(10), (given, taken) => {
        const queue = filled(given);
        for (let i = 0; i < taken; i++) queue.shift();
        const waiting = [...queue];
        const said = new Map(waiting.map((item) => [item, queue.before(item)]));
        all(queue).forEach((item, i) => expect(said.get(item)).toBe(i));
      }),
    );
  });

  it('makes room for who has few by sending away the last of who has most, and never the other way round', () => {
    const queue = filled(['a', 'a', 'a', 'b']);
    expect(queue.displace('c')).toBe('a2');
    expect(queue.displace('b')).toBe(undefined);
    expect(queue.displace('a')).toBe(undefined);
    expect(all(queue)).toEqual(['a0', 'b3', 'a1']);
  });

  it('forgets who is gone', () => {
    const queue = filled(['a', 'b', 'a']);
    expect([queue.remove('a0'), queue.remove('a0'), queue.before('a0')]).toEqual([true, false, null]);
    expect(all(queue)).toEqual(['a2', 'b1']);
  });
});
