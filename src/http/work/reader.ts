import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ownProgram } from '../../base/own-program.ts';
import type { LocationRule, RemoteAccess } from '../../observatory/index.ts';
import { type Answer, type Question, type StepTold, type Trouble, TroubleError } from './question.ts';

/** What the process is started with. */
export interface ReaderData {
  readonly folder: string;
  /** Of the build that it answers for: see `Observatory.hash`. */
  readonly hash: string;
  /** Where authorships count; as the build was told where left out. */
  readonly locatedBy?: LocationRule | undefined;
  /** Most rows of an answer. */
  readonly rows: number;
  /** Whether it keeps in memory what most questions read. */
  readonly keeps: boolean;
}
/** In which of its environment's variables the process is told how to ask a cluster: who reads command lines reads no password. */
export const CLUSTER = 'SYNOPOLIS_READER_CLUSTER';
/** Questions are numbered: what ends one must not end the next. */
export type ToReader =
  | { readonly kind: 'ask'; readonly number: number; readonly question: Question }
  | { readonly kind: 'cancel'; readonly number: number };
export type FromReader =
  /** Its code is loaded. */
  | { readonly kind: 'ready' }
  /** A step of the question has begun. */
  | { readonly kind: 'step'; readonly step: StepTold }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** How long arithmetic may go on after a query was ended, until its process is ended with it; milliseconds. */
const ENDED_AFTER = 1_000;
/** Megabytes of JavaScript's own memory: a question that needs more ends its process, not the server. */
const HEAP = 2_048;

/**
 * A process that answers one question after the other over an observatory of its own. A process and no thread: arithmetic
 * that goes on for minutes is ended with it, and a thread that is ended while its engine works takes the server along.
 */
export class Reader {
  private readonly child: ChildProcess;
  private settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;
  private overdue: NodeJS.Timeout | null = null;
  private asked = 0;
  /** The step of the question that runs; null where it has told none. */
  step: StepTold | null = null;
  /** Once it can be asked without waiting for its code; also where it never can. */
  readonly ready: Promise<void>;
  /** Whether it can be asked no more. */
  ended = false;

  constructor(data: ReaderData, cluster?: RemoteAccess) {
    // Until it is ready it keeps the server's process alive, which has nothing else yet that does.
    this.child = start(data, cluster);
    this.ready = new Promise((resolve) => {
      this.child.once('message', () => resolve());
      this.child.once('exit', () => resolve());
    });
    this.child.on('message', (message: FromReader) => {
      if (message.kind === 'ready') {
        if (this.settle === null) this.rest();
        return;
      }
      if (message.kind === 'step') {
        this.step = message.step;
        return;
      }
      const { settle } = this;
      this.rest();
      if (message.kind === 'answer') settle?.resolve(message.answer);
      else settle?.reject(new TroubleError(message.trouble));
    });
    this.child.on('error', (error) => this.end(error.stack ?? String(error)));
    this.child.on('exit', (code, signal) => this.end(`the reading process ended (${signal ?? code ?? ''})`));
  }

  /** @throws TroubleError */
  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.asked += 1;
      this.step = null;
      this.child.ref();
      this.child.channel?.ref();
      this.send({ kind: 'ask', number: this.asked, question });
    });
  }

  /** Ends what runs: a query at once, arithmetic with its process. */
  cancel(): void {
    if (this.settle === null || this.overdue !== null) return;
    this.send({ kind: 'cancel', number: this.asked });
    this.overdue = setTimeout(() => void this.close(), ENDED_AFTER);
  }

  /** Ends the process, and waits until it has. It only reads: nothing is left half done. */
  async close(): Promise<void> {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    this.end('the server stops');
    child.ref();
    child.kill('SIGKILL');
    await gone;
  }

  /** What cannot be sent is answered by the end of the process. */
  private send(message: ToReader): void {
    this.child.send(message, () => undefined);
  }

  /** Waits without keeping the server's process alive. */
  private rest(): void {
    if (this.overdue !== null) clearTimeout(this.overdue);
    this.overdue = null;
    this.settle = null;
    this.child.unref();
    this.child.channel?.unref();
  }

  private end(stack: string): void {
    this.ended = true;
    const { settle } = this;
    this.rest();
    settle?.reject(new TroubleError({ kind: 'unforeseen', stack }));
  }
}

/** From source (tests) the process first registers the TypeScript loader. */
function start(data: ReaderData, cluster: RemoteAccess | undefined): ChildProcess {
  const { url, fromSource } = ownProgram('reader');
  const loader = fromSource
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
    : [];
  return fork(fileURLToPath(url), [JSON.stringify(data)], {
    execArgv: [...loader, `--max-old-space-size=${HEAP}`],
    env: { ...process.env, ...(cluster === undefined ? {} : { [CLUSTER]: JSON.stringify(cluster) }) },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}
