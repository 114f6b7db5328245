const BACKSLASH = 0x5c;

/** Codes by the hash of bytes: two of one hash of 64 bits would be taken for each other. Grows as it fills. */
export class HashTable {
  private slots = new Int32Array(3 << 10);
  private count = 0;
  private high = 0;
  private low = 0;

  /** Hashes bytes from one place to another, which `find` and `add` are then about; `seed` is part of what is hashed. True where a backslash is among them. */
  hash(bytes: Uint8Array, from: number, to: number, seed: number): boolean {
    let escaped = false;
    let high = 0x811c9dc5 ^ seed;
    let low = Math.imul(seed, 0x85ebca6b) ^ (to - from);
    for (let i = from; i < to; i++) {
      const byte = bytes[i];
      if (byte === BACKSLASH) escaped = true;
      high = Math.imul(high ^ byte, 0x01000193);
      low = Math.imul(low ^ byte, 0x5bd1e995) ^ (low >>> 15);
    }
    this.high = high ^ (low >>> 16);
    this.low = low ^ (high >>> 13);
    return escaped;
  }

  /** The code under the hash; 0 where there is none. */
  find(): number {
    const { slots, high, low } = this;
    const mask = slots.length / 3 - 1;
    for (let slot = (low ^ (high >>> 7)) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 3;
      const code = slots[at];
      if (code === 0 || (slots[at + 1] === high && slots[at + 2] === low)) return code;
    }
  }

  /** Puts a code, which is not 0, under the hash. */
  add(code: number): void {
    if (++this.count * 2 > this.slots.length / 3) this.grow();
    this.put(code, this.high, this.low);
  }

  private put(code: number, high: number, low: number): void {
    const { slots } = this;
    const mask = slots.length / 3 - 1;
    let slot = (low ^ (high >>> 7)) & mask;
    while (slots[slot * 3] !== 0) slot = (slot + 1) & mask;
    slots[slot * 3] = code;
    slots[slot * 3 + 1] = high;
    slots[slot * 3 + 2] = low;
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 3) {
      if (before[at] !== 0) this.put(before[at], before[at + 1], before[at + 2]);
    }
  }
}
