/**
 * What waits, by whom it is for: each in turn, and of one's own the first that came. Who asks a hundred questions waits for
 * them; who asks one waits for one of each other's.
 */
export class FairQueue<T> {
  /** Clients in the order of their turns. */
  private readonly waiting = new Map<string, T[]>();
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(client: string, item: T): void {
    const own = this.waiting.get(client);
    if (own === undefined) this.waiting.set(client, [item]);
    else own.push(item);
    this.count += 1;
  }

  /** The next in turn; undefined where nothing waits. */
  shift(): T | undefined {
    const next = this.waiting.entries().next();
    if (next.done === true) return undefined;
    const [client, own] = next.value;
    const item = own.shift()!;
    this.count -= 1;
    // Whoever has more waits for all others.
    this.waiting.delete(client);
    if (own.length > 0) this.waiting.set(client, own);
    return item;
  }

  remove(item: T): boolean {
    for (const [client, own] of this.waiting) {
      const at = own.indexOf(item);
      if (at < 0) continue;
      own.splice(at, 1);
      if (own.length === 0) this.waiting.delete(client);
      this.count -= 1;
      return true;
    }
    return false;
  }

  /** How many are taken before an item, if nothing more comes; null where it does not wait. */
  before(item: T): number | null {
    let turn = 0;
    for (const own of this.waiting.values()) {
      const at = own.indexOf(item);
      if (at >= 0) {
        let before = at;
        let place = 0;
        for (const other of this.waiting.values()) {
          if (other !== own) before += Math.min(other.length, at + (place < turn ? 1 : 0));
          place += 1;
        }
        return before;
      }
      turn += 1;
    }
    return null;
  }

  /** Makes room for a client's next: the last of whoever has the most, where that is at least two more than the client. */
  displace(client: string): T | undefined {
    const own = this.waiting.get(client)?.length ?? 0;
    let most: T[] | null = null;
    for (const other of this.waiting.values()) if (other.length > (most?.length ?? own + 1)) most = other;
    const item = most?.at(-1);
    if (item !== undefined) this.remove(item);
    return item;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const own of this.waiting.values()) yield* own;
  }
}
