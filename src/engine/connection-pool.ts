/**
 * Ways into an engine that stand side by side. Each piece of work has one of them to itself, and begins as soon as one is
 * free, in the order in which it was asked for.
 */
export class ConnectionPool<E> {
  private readonly idle: E[];
  private readonly waiting: (() => void)[] = [];
  private readonly running = new Set<Promise<unknown>>();
  private stopped = false;

  constructor(readonly all: readonly E[]) {
    this.idle = [...all].reverse();
  }

  /** @throws what the work throws; Error where the connections were stopped before it began */
  async run<T>(work: (connection: E) => Promise<T>): Promise<T> {
    while (this.idle.length === 0 && !this.stopped) await new Promise<void>((go) => this.waiting.push(go));
    if (this.stopped) throw new Error('stopped before this began');
    const connection = this.idle.pop()!;
    const running = (async () => work(connection))();
    this.running.add(running);
    try {
      return await running;
    } finally {
      this.running.delete(running);
      this.idle.push(connection);
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

/** Runs work on so many connections of an engine, which are closed after it; when it fails, once all that runs on them is done. */
export async function withConnections<E extends { close(): void }, T>(
  engine: { connect(): Promise<E> },
  count: number,
  work: (connections: ConnectionPool<E>) => Promise<T>,
): Promise<T> {
  const all = await Promise.all(Array.from({ length: count }, () => engine.connect()));
  const connections = new ConnectionPool(all);
  try {
    return await work(connections);
  } finally {
    await connections.stop();
    for (const connection of all) connection.close();
  }
}
