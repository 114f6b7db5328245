import { describe, expect, it } from 'vitest';
import { engineMemory, partLanes, partMemory, tableLanes, tableMemory } from './memory.ts';

describe('connections of the engine', () => {
  it('are two with the gigabyte that a build has, one for tables of millions of records', () => {
    expect(partLanes(1e9, 2)).toBe(2);
    expect(tableLanes(1e9, 2, 1e6)).toBe(2);
    expect(tableLanes(1e9, 2, 1e6 + 1)).toBe(1);
  });

  it('have at least the memory that was measured to be enough, or are one', () => {
    for (const records of [1, 1e6, 1e7])
      for (let memory = 1e8; memory < 4e9; memory += 1e7) {
        const connections = tableLanes(memory, 8, records);
        expect(connections === 1 || engineMemory(memory) / connections >= 180e6, String(memory)).toBe(true);
      }
  });

  it('leave the readers what parts do not need, and never more than the engine has', () => {
    expect(partMemory(1e9, partLanes(1e9, 2))).toBe(240e6);
    for (let memory = 1e8; memory < 4e9; memory += 1e7) {
      const connections = partLanes(memory, 8);
      expect(partMemory(memory, connections), String(memory)).toBeLessThanOrEqual(engineMemory(memory));
      expect(
        connections === 1 || partMemory(memory, connections) / connections >= 120e6,
        String(memory),
      ).toBe(true);
    }
  });

  it('have more for tables, once the readers are gone, and less than all', () => {
    expect(tableMemory(1e9) / tableLanes(1e9, 2, 1e6)).toBe(250e6);
    for (let memory = 3e8; memory < 4e9; memory += 1e7) {
      expect(tableMemory(memory)).toBeGreaterThanOrEqual(engineMemory(memory));
      expect(tableMemory(memory)).toBeLessThan(memory);
    }
  });

  it('are never more than threads', () => {
    expect(partLanes(64e9, 2)).toBe(2);
    expect(tableLanes(64e9, 1, 1e7)).toBe(1);
  });
});
