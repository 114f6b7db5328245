/**
 * Ways into an engine that stand side by side. Each piece of work has one of them to itself, and begins as soon as one is
 * free, in the order in which it was asked for.
 */
export class Lanes<E> {
  private readonly idle: E[];
  private readonly waiting: (() => void)[] = [];
  private readonly running = new Set<Promise<unknown>>();
  private stopped = false;

  constructor(readonly all: readonly E[]) {
    this.idle = [...all].reverse();
  }

  /** @throws what the work throws; Error where the lanes were stopped before it began */
  async run<T>(work: (lane: E) => Promise<T>): Promise<T> {
    while (this.idle.length === 0 && !this.stopped) await new Promise<void>((go) => this.waiting.push(go));
    if (this.stopped) throw new Error('stopped before this began');
    const lane = this.idle.pop()!;
    const running = (async () => work(lane))();
    this.running.add(running);
    try {
      return await running;
    } finally {
      this.running.delete(running);
      this.idle.push(lane);
      this.waiting.shift()?.();
    }
  }

  /** Lets nothing more begin; resolves when what runs is done. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const go of this.waiting.splice(0)) go();
    await Promise.allSettled(this.running);
  }
}

/** Runs work on so many lanes of an engine, which are closed after it; when it fails, once all that runs on them is done. */
export async function onLanes<E extends { close(): void }, T>(
  engine: { lane(): Promise<E> },
  count: number,
  work: (lanes: Lanes<E>) => Promise<T>,
): Promise<T> {
  const ways = await Promise.all(Array.from({ length: count }, () => engine.lane()));
  const lanes = new Lanes(ways);
  try {
    return await work(lanes);
  } finally {
    await lanes.stop();
    for (const way of ways) way.close();
  }
}
