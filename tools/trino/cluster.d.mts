export interface ClusterOptions {
  readonly workers?: number;
  /** Of each server, as Java reads it. */
  readonly memory?: string;
  /** Starts in half the time and computes more slowly; for tests, not for measurements. */
  readonly quick?: boolean;
  /** Gives each worker one core and no other (Linux), so that two have twice the processors of one. */
  readonly pinned?: boolean;
  /** Properties of the coordinator. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Files of properties in the coordinator's `etc`. */
  readonly files?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Cluster {
  readonly version: string;
  /** Its address. */
  readonly server: string;
  readonly folder: string;
  /** Where its tables lie, as a URL. */
  readonly storage: string;
  readonly coordinator: number;
  /** The workers' processes. */
  readonly workers: readonly number[];
  /** Ends a worker as a machine that fails does. */
  kill(worker: number): Promise<void>;
  stop(): Promise<void>;
}

/** Throws with the reason where a server cannot be had on this machine. */
export function startTrino(options?: ClusterOptions): Promise<Cluster>;
